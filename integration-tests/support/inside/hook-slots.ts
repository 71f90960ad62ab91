import { container } from "@medusajs/framework"
import { asValue } from "@medusajs/framework/awilix"
import { WorkflowManager } from "@medusajs/framework/orchestration"
import { LOYALTY_POINTS_MODULE } from "../../../src/modules/loyalty-points/key"
import { parseOptions } from "../../../src/modules/loyalty-points/options"

/**
 * A program: registers handlers at the hook slots that the plugin uses, the plugin's and a store's
 * own, as Medusa does when it loads workflow files, and prints what became of them in each of the
 * situations of its argument.
 */
export interface Situation {
  options: { registerHooks?: boolean }
  /** Whose files Medusa loads first; the order is not fixed. */
  first: "plugin" | "store"
  /** `own`: handlers that know nothing of points. `calling`: they import the plugin's. */
  store: "own" | "calling" | "none"
}

/** Errors of registering, null for none. */
export type Registration = { plugin: string | null; store: string | null }
export type Outcome = { slots: Record<string, Registration | "missing">; unused: boolean }

type Workflow = { hooks?: Record<string, (handler: () => void) => void> }

/** The plugin's files, named after the workflows' ids. */
const FILES: Record<string, string> = {
  completeCartWorkflow: "complete-cart",
  updateCartPromotionsWorkflow: "update-cart-promotions",
}

/** The files that remember what is registered: Medusa's two workflows, what exports them, ours. */
const REMEMBERING = new RegExp(
  [
    String.raw`core-flows.dist.(cart.)?(workflows.)?(index|complete-cart|update-cart-promotions)\.js$`,
    String.raw`medusa.dist.core-flows.index\.js$`,
    String.raw`src.(hooks.index|workflows.hooks.[a-z-]+|modules.loyalty-points.hook-slots)\.ts$`,
  ].join("|")
)

/** The modules of a store that has registered nothing yet. */
function freshStore() {
  Object.keys(require.cache)
    .filter((file) => REMEMBERING.test(file))
    .forEach((file) => Reflect.deleteProperty(require.cache, file))
  Object.values(FILES).forEach((id) => WorkflowManager.unregister(id))
  return {
    workflows: load<Record<string, Workflow | undefined>>("@medusajs/medusa/core-flows"),
    ...load<{ handlersAreUnused(): boolean }>("../../../src/modules/loyalty-points/hook-slots"),
  }
}

/** Loading a file of hooks registers them. */
function load<T>(file: string): T {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- when its turn comes
  return require(file) as T
}

function register(
  workflow: Workflow | undefined,
  file: string,
  { first, store }: Situation
): Registration | "missing" {
  const slot = workflow?.hooks
  if (typeof slot?.validate !== "function") {
    return "missing"
  }
  const loaders = {
    plugin: () => load(`../../../src/workflows/hooks/${file}`),
    store: () => loadStore(store, () => slot.validate?.(() => undefined)),
  }
  const registration: Registration = { plugin: null, store: null }
  for (const who of [first, first === "plugin" ? "store" : "plugin"] as const) {
    registration[who] = errorOf(loaders[who])
  }
  return registration
}

function loadStore(store: Situation["store"], takeSlot: () => void): void {
  if (store === "none") {
    return
  }
  if (store === "calling") {
    load("../../../src/hooks")
  }
  takeSlot()
}

function errorOf(work: () => unknown): string | null {
  try {
    work()
    return null
  } catch (error) {
    return (error as Error).message
  }
}

function outcomeOf(situation: Situation): Outcome {
  container.register({
    [LOYALTY_POINTS_MODULE]: asValue({ options: parseOptions(situation.options) }),
  })
  const { workflows, handlersAreUnused } = freshStore()
  const slots = Object.entries(FILES).map(([name, file]) => [
    name,
    register(workflows[name], file, situation),
  ])
  return { slots: Object.fromEntries(slots), unused: handlersAreUnused() }
}

const situations = JSON.parse(process.argv[2] as string) as Situation[]
process.stdout.write(JSON.stringify(situations.map(outcomeOf)))
