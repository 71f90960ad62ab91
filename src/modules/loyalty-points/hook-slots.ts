/** What is known of the slots of Medusa's workflows once all files of workflows are loaded. */
const slots = { areLeftToStore: false, handlersAreImported: false }

/** The plugin's files of hooks have left the slots to the store (option `registerHooks: false`). */
export function leaveSlotsToStore(): void {
  slots.areLeftToStore = true
}

/** Somebody has imported the plugin's handlers in order to call them. */
export function noteImportOfHandlers(): void {
  slots.handlersAreImported = true
}

/**
 * Whether the slots were left to a store that cannot call our handlers, because nothing in it
 * imports them. False before the files of hooks are loaded.
 */
export function handlersAreUnused(): boolean {
  return slots.areLeftToStore && !slots.handlersAreImported
}

export const HANDLERS_UNUSED =
  "medusa-plugin-loyalty-points: with registerHooks: false your store calls the plugin's hook " +
  "handlers itself, but nothing in it has imported medusa-plugin-loyalty-points/hooks. Until your " +
  "handlers call them, points give no discount. The plugin's docs/hooks.md shows how."
