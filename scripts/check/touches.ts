/** Code, by a word in its path, and the HTTP tests that exercise it, by the start of their names. */
export type Touch = readonly [code: RegExp, tests: readonly string[]]

const CARTS = ["cart-life", "completion", "quote", "guest-carts", "eligibility", "tax-and"]
const ORDERS = ["settlement-", "order-stories/"]

/**
 * HTTP tests talk to a running store, so no imports lead from them to its code; this table does.
 * Store code without a row affects all of them.
 */
export const TOUCHES: readonly Touch[] = [
  [/messages|outbox/, ["messages", "reminders"]],
  [/remind/, ["reminders", "messages", "store-routes"]],
  [/expir/, ["expiry", "store-routes"]],
  [/draft-order/, ["draft-orders"]],
  [/checkout|holds|carts|promotions/, [...CARTS, "draft-orders", "platform/carts"]],
  [/settle|earning|store\/orders/, [...ORDERS, "worked-example", "platform/orders"]],
  [/simulation/, ["admin-simulations"]],
  [/statistics|liability/, ["statistics", "liability"]],
  [/journal|feed|seal/, ["feed", "admin-access", "store-routes"]],
  [/wallet/, ["wallets", "admin-acc", "store-routes", "statistics", "liability"]],
  [/workflows\/accounts/, ["admin-accounts", "admin-adjustments", "guests-and"]],
]
