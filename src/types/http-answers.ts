// Made by `npm run openapi` from the contracts in src/api: edit their schemas.

/** An error as Medusa answers it. */
export type HttpError = {
  /** Medusa's type, which decides the status. */
  type: string
  /** What is wrong; names the field, and what is allowed. */
  message: string
  /** The reason as a word that code can compare. */
  code?: string
}

/** The points that the store owes its customers. What counts as issued, redeemed, expired, reversed and taken is that of the statistics. In each group and in `totals`: `opening_balance + issued - redeemed - expired - reversed - taken = closing_balance`, and `outstanding + overdue - debt = closing_balance`. */
export type HttpLiabilityReport = {
  /** The wallet that the report is about: no figure mixes two. */
  wallet: string
  /** The first moment of the period. */
  from: string
  /** The first moment after the period. */
  to: string
  /** The moment for which `outstanding` holds: the end of the period, or now if that comes first. */
  as_of: string
  /** By the currency of the program that points were earned under, deleted programs included: all that happens to a lot belongs to the currency of the transaction that opened it. */
  groups: {
    /** null for points of no program (given by hand) and for debts: points that open or cover a debt count here, whatever they were earned under. */
    currency_code: string | null
    /** The sum of all balances at the start of the period. */
    opening_balance: number
    /** Earned or given: `earn`, `bonus`, and `adjust` that gives. */
    issued: number
    /** Spent, less what was given back: `redeem` less `redeem_refund`; below 0 when more was given back. */
    redeemed: number
    /** Written off: `expire`. */
    expired: number
    /** Earned points that were taken back: `earn_reversal`. */
    reversed: number
    /** Taken by hand: `adjust` or `bonus` that takes. */
    taken: number
    /** What it opened with and the flows; `outstanding + overdue - debt`. */
    closing_balance: number
    /** Points that can be spent, are held or wait to be spendable, as of `as_of`; those that a checkout holds now count past their expiry too. */
    outstanding: number
    /** Points past their expiry that are not written off yet. */
    overdue: number
    /** What customers owe, as a positive number. */
    debt: number
    /** `expired / issued`, with four decimals; null when nothing was issued. */
    breakage_rate: number | null
    /** What the outstanding points pay in whole coins, at the value that a point has now; null without a program, and for a wallet other than `points`. */
    value: number | null
    /** The currency of `value`: that of the group's program. Without one, that of the only program that is switched on, or of several that of the store's default currency. */
    value_currency_code: string | null
    /** `outstanding` by month of expiry. The values sum to that of the group. */
    expiring: {
      /** The month in which the points can be spent last, as in 2026-11, in the time zone of the option `timeZone`; null, and last: they never expire. */
      month: string | null
      points: number
      value: number | null
    }[]
  }[]
  /** The sums of the groups, exactly. */
  totals: {
    /** The sum of all balances at the start of the period. */
    opening_balance: number
    /** Earned or given: `earn`, `bonus`, and `adjust` that gives. */
    issued: number
    /** Spent, less what was given back: `redeem` less `redeem_refund`; below 0 when more was given back. */
    redeemed: number
    /** Written off: `expire`. */
    expired: number
    /** Earned points that were taken back: `earn_reversal`. */
    reversed: number
    /** Taken by hand: `adjust` or `bonus` that takes. */
    taken: number
    /** What it opened with and the flows; `outstanding + overdue - debt`. */
    closing_balance: number
    /** Points that can be spent, are held or wait to be spendable, as of `as_of`; those that a checkout holds now count past their expiry too. */
    outstanding: number
    /** Points past their expiry that are not written off yet. */
    overdue: number
    /** What customers owe, as a positive number. */
    debt: number
    /** `expired / issued`, with four decimals; null when nothing was issued. */
    breakage_rate: number | null
    /** A sum for each currency that points are valued in. */
    values: {
      currency_code: string
      value: number
    }[]
    expiring: {
      /** The month in which the points can be spent last, as in 2026-11, in the time zone of the option `timeZone`; null, and last: they never expire. */
      month: string | null
      points: number
    }[]
  }
}

/** A customer's points of one wallet. */
export type HttpLoyaltyAccount = {
  id: string
  /** Whose points they are; `deleted_` and the account's id once the customer was deleted. */
  customer_id: string
  /** The wallet's code. */
  wallet: string
  /** Below 0: a debt that the next points cover. */
  balance: number
  /** Points that a checkout or a draft order holds. */
  held: number
  /** Earned points that cannot be spent yet. */
  pending: number
  /** What can be spent now: the points of live lots, less held and pending. Points past their expiry never count, whether or not the expiry job has run. */
  available: number
  /** Points earned in all, less what was taken back. */
  lifetime_earned: number
  /** Points spent in all, less what was given back. */
  lifetime_redeemed: number
  /** The next expiries, soonest first. */
  expiring: {
    points: number
    expires_at: string
  }[]
  /** Whether the customer is reminded before points expire; true until they opt out. */
  expiry_reminders: boolean
  /** null as long as the account can be used. It closes for good when its customer is deleted or it is merged; what would use it then answers 400 with the code `loyalty_account_closed`. */
  closed_at: string | null
  /** The account that its points moved to. */
  merged_into: string | null
  created_at: string
  updated_at: string
}

/** An account and whose it is. */
export type HttpLoyaltyAccountWithCustomer = {
  id: string
  /** Whose points they are; `deleted_` and the account's id once the customer was deleted. */
  customer_id: string
  /** The wallet's code. */
  wallet: string
  /** Below 0: a debt that the next points cover. */
  balance: number
  /** Points that a checkout or a draft order holds. */
  held: number
  /** Earned points that cannot be spent yet. */
  pending: number
  /** What can be spent now: the points of live lots, less held and pending. Points past their expiry never count, whether or not the expiry job has run. */
  available: number
  /** Points earned in all, less what was taken back. */
  lifetime_earned: number
  /** Points spent in all, less what was given back. */
  lifetime_redeemed: number
  /** The next expiries, soonest first. */
  expiring: {
    points: number
    expires_at: string
  }[]
  /** Whether the customer is reminded before points expire; true until they opt out. */
  expiry_reminders: boolean
  /** null as long as the account can be used. It closes for good when its customer is deleted or it is merged; what would use it then answers 400 with the code `loyalty_account_closed`. */
  closed_at: string | null
  /** The account that its points moved to. */
  merged_into: string | null
  created_at: string
  updated_at: string
  /** null for a customer who was deleted. */
  customer: {
    id: string
    email: string | null
    first_name: string | null
    last_name: string | null
  } | null
}

/** A proof of the whole ledger on one snapshot. */
export type HttpLoyaltyAudit = {
  /** Accounts that were checked. */
  accounts: number
  /** Transactions that were checked. */
  transactions: number
  /** Empty as long as the ledger keeps its promises. */
  violations: {
    invariant: number
    code: string
    subject: string
    message: string
  }[]
  /** The newest seal of the journal; kept elsewhere, it proves all lines before it. */
  last_seal: {
    no: number
    lines: number
    hash: string
    sealed_at: string
  } | null
}

/** A line of the journal with whose it is. */
export type HttpLoyaltyJournalLine = {
  id: string
  account_id: string
  /** More kinds may come. */
  kind:
    "earn" | "redeem" | "redeem_refund" | "earn_reversal" | "expire" | "adjust" | "bonus" | "merge"
  /** Signed, never 0. */
  points: number
  /** The account's balance once it was written. */
  balance_after: number
  /** What it is about, such as an order. */
  source: {
    type: string
    id: string
  } | null
  /** The source's id, when it is an order. */
  order_id: string | null
  cart_id: string | null
  return_id: string | null
  /** Why, in words. */
  reason: string | null
  /** What kind of actor asked for it. */
  actor_type: string | null
  actor_id: string | null
  /** The version of the rules it was computed with. */
  program_version: number | null
  /** When the points that it gave expire. */
  expires_at: string | null
  /** Of an `expire`: `{ lots: [{ id, points, expires_at }] }`, the lots as `/lots` names them and how many points of each expired. */
  details: Record<string, unknown> | null
  /** When it happened. */
  occurred_at: string
  /** When it was written. */
  created_at: string
  /** Whose points they are. */
  customer_id: string
  /** The wallet's code. */
  wallet: string
  /** 1, 2, 3, … within the account. */
  version: number
}

/** Points that came together and expire together. */
export type HttpLoyaltyLot = {
  id: string
  account_id: string
  /** Points that the lot was opened with. */
  points: number
  /** Points that are left of it. */
  remaining: number
  /** From when on its points can be spent. */
  available_at: string
  /** null: never. */
  expires_at: string | null
  created_at: string
}

/** What the ledger holds for an order. */
export type HttpLoyaltyOrder = {
  /** null as long as the customer has no account. */
  account_id: string | null
  /** Whose points they are; null for a guest. */
  customer_id: string | null
  currency_code: string
  /** The points that pay for it. */
  redemption: HttpLoyaltyRedemption | null
  /** Net of what was given back. */
  points_redeemed: number
  /** What the points that are still redeemed took off, in major units. */
  discount: number
  /** What edits of the order took off that discount (a line removed or made too cheap, promotions carried over), in major units; the points for it were given back. */
  discount_dropped: number
  /** Net of what was taken back. */
  points_earned: number
  /** What the order earns in all when it goes as planned, by the rules in force when it was placed, what it has earned by now included. 0 for a guest, without a program that is switched on, and for a canceled order. */
  points_to_earn: number
  /** What makes its points be earned; null when no program was switched on when it was placed. */
  earn_on:
    | "order_completed"
    | "order_placed"
    | "payment_captured"
    | "order_fulfilled"
    | "order_delivered"
    | null
  /** From when on all that it earned can be spent; null when nothing of it waits. */
  pending_until: string | null
  /** What was written for it. */
  transactions: HttpLoyaltyTransaction[]
}

/** The rules of one currency. */
export type HttpLoyaltyProgram = {
  id: string
  currency_code: string
  /** What customers call the points. */
  name: string
  /** Whether points are earned and accepted. */
  is_enabled: boolean
  /** Points per unit of money spent. */
  points_per_currency_unit: number
  /** Items after discounts, with tax (`total`) or without (`subtotal`). */
  earning_basis: "total" | "subtotal"
  /** What makes an order's points be earned. */
  earn_on:
    "order_completed" | "order_placed" | "payment_captured" | "order_fulfilled" | "order_delivered"
  /** How earned points become whole, once per order. */
  rounding: "floor" | "round" | "ceil"
  /** Money per point, in major units. */
  point_value: number
  /** Points the customer must have to pay with any, inclusive; 0: none. */
  minimum_balance: number
  /** Order total from which points can be used, inclusive, in major units; 0: none. */
  minimum_order_total: number
  /** Most money that points pay per order, in major units; null: no such limit. */
  maximum_discount: number | null
  /** The same as a percentage of the order total; the lower of the two wins. */
  maximum_discount_percent: number | null
  /** Whether points can be used on a cart that has a promotion. */
  combine_with_promotions: boolean
  /** Days that points can be spent; null: they never expire. */
  validity_days: number | null
  /** Days before earned points can be spent. */
  pending_days: number
  /** The day at whose end points expire, every year; it wins over `validity_days`. null: not used. */
  fixed_expiry: string | null
  /** Days that points live at least under `fixed_expiry`, from when they can be spent: a day that comes sooner is passed over until the next year. */
  fixed_expiry_minimum_days: number
  /** What happens when earned points are taken back after they were spent. */
  clawback_policy: "allow_negative" | "clamp_to_zero"
  /** Grows with each change; every transaction names the one it was computed with. */
  version: number
  created_at: string
  updated_at: string
}

/** The rules as they were, and who changed what. */
export type HttpLoyaltyProgramVersion = {
  id: string
  program_id: string
  /** Grows with each change of the program. */
  version: number
  name: string
  currency_code: string
  /** One that was written before a rule existed has that rule's default. */
  rules: {
    /** Whether points are earned and accepted. */
    is_enabled: boolean
    /** Points per unit of money spent. */
    points_per_currency_unit: number
    /** Items after discounts, with tax (`total`) or without (`subtotal`). */
    earning_basis: "total" | "subtotal"
    /** What makes an order's points be earned. */
    earn_on:
      | "order_completed"
      | "order_placed"
      | "payment_captured"
      | "order_fulfilled"
      | "order_delivered"
    /** How earned points become whole, once per order. */
    rounding: "floor" | "round" | "ceil"
    /** Money per point, in major units. */
    point_value: number
    /** Points the customer must have to pay with any, inclusive; 0: none. */
    minimum_balance: number
    /** Order total from which points can be used, inclusive, in major units; 0: none. */
    minimum_order_total: number
    /** Most money that points pay per order, in major units; null: no such limit. */
    maximum_discount: number | null
    /** The same as a percentage of the order total; the lower of the two wins. */
    maximum_discount_percent: number | null
    /** Whether points can be used on a cart that has a promotion. */
    combine_with_promotions: boolean
    /** Days that points can be spent; null: they never expire. */
    validity_days: number | null
    /** Days before earned points can be spent. */
    pending_days: number
    /** The day at whose end points expire, every year; it wins over `validity_days`. null: not used. */
    fixed_expiry: string | null
    /** Days that points live at least under `fixed_expiry`, from when they can be spent: a day that comes sooner is passed over until the next year. */
    fixed_expiry_minimum_days: number
    /** What happens when earned points are taken back after they were spent. */
    clawback_policy: "allow_negative" | "clamp_to_zero"
  }
  /** Field by field, what it was and what it became. */
  changes: Record<
    string,
    {
      from: string | number | boolean | null
      to: string | number | boolean | null
    }
  >
  /** What kind of actor made the change: `user`, `api-key`, or `options` for a program of the plugin's options. */
  actor_type: string | null
  actor_id: string | null
  /** From when on the version was in force. */
  created_at: string
}

/** What points can do on one cart or draft order. */
export type HttpLoyaltyQuote = {
  /** Whether points can be used at all; `reasons` says why not. */
  eligible: boolean
  /** Empty when points can be used. */
  reasons: {
    /** `not_a_member`: a guest. `nothing_to_discount`: no line of the cart can be paid with points. */
    code:
      | "not_a_member"
      | "no_program_for_currency"
      | "program_disabled"
      | "promotions_not_combinable"
      | "no_points"
      | "below_minimum_balance"
      | "below_minimum_order_total"
      | "nothing_to_discount"
    /** In a shopper's words, with the numbers: “You need at least 5,000 points to pay with points; you have 3,200.” */
    message: string
  }[]
  /** Points the shopper can spend; below 0 when they owe points. */
  available: number
  /** Items after promotions, before points, with tax, without shipping. */
  order_total: number
  /** The most points that the rules allow on this cart. */
  max_points: number
  /** What they pay, in major units. */
  max_discount: number
  /** The most points that were asked for; 0: none. */
  points_requested: number
  /** The points that are used: the fewest worth the discount. */
  points_applied: number
  /** What they take off, in major units. */
  discount: number
  /** What the rest of the order earns; guests see it as well. */
  points_to_earn: number
  currency_code: string
}

/** Points on one cart or draft order. */
export type HttpLoyaltyRedemption = {
  id: string
  /** The cart; null on a draft order. */
  cart_id: string | null
  /** What the points pay for: a `cart` or a `draft_order`. */
  target: {
    type: "cart" | "draft_order"
    id: string
  }
  /** The code of the wallet that the points are of. */
  wallet: string
  /** The order that came of the target; null before. */
  order_id: string | null
  customer_id: string
  /** `held`: set aside while an order is made. `captured`: spent. `released`: free again. */
  status: "requested" | "held" | "captured" | "released"
  /** The most points that were asked for. */
  points_requested: number
  /** 0 until they are held. */
  points: number
  /** What they take off, in major units; 0 until they are held. */
  discount: number
  /** Lines paid by the unit, whose points are part of `points`; null without any. */
  lines:
    | {
        line_id: string
        points_per_unit: number
        units: number
      }[]
    | null
  currency_code: string
}

/** What rules do for a shopper who buys twice. */
export type HttpLoyaltySimulation = {
  /** What `spent` earned. */
  points_earned: number
  /** What the earned points pay, in major units. */
  points_value: number
  /** What points can do on the order that follows. */
  quote: HttpLoyaltyQuote
  /** The order less its discount, in major units. */
  amount_to_pay: number
  /** What happens, step by step, in words. */
  explanation: string[]
  /** Rules that are valid and make little sense together. */
  warnings: {
    code: string
    message: string
    field:
      | "is_enabled"
      | "points_per_currency_unit"
      | "earning_basis"
      | "earn_on"
      | "rounding"
      | "point_value"
      | "minimum_balance"
      | "minimum_order_total"
      | "maximum_discount"
      | "maximum_discount_percent"
      | "combine_with_promotions"
      | "validity_days"
      | "pending_days"
      | "fixed_expiry"
      | "fixed_expiry_minimum_days"
      | "clawback_policy"
  }[]
}

/** What happened to points in a period, by `occurred_at`, as positive numbers. `opening_balance + issued - redeemed - expired - reversed - taken = closing_balance`. A `merge` counts as nothing: what one account gives another gets. Kinds that come later count as `issued` or `taken` until they have a place of their own. */
export type HttpLoyaltyStatistics = {
  /** The wallet that the report is about: no figure mixes two. */
  wallet: string
  /** The first moment of the period. */
  from: string
  /** The first moment after the period. */
  to: string
  /** Accounts that are not closed, as of now. */
  members: number
  /** Earned or given: `earn`, `bonus`, and `adjust` that gives. */
  issued: number
  /** Spent, less what was given back: `redeem` less `redeem_refund`; below 0 when more was given back. */
  redeemed: number
  /** Written off: `expire`. */
  expired: number
  /** Earned points that were taken back: `earn_reversal`. */
  reversed: number
  /** Taken by hand: `adjust` or `bonus` that takes. */
  taken: number
  /** The sum of all balances; debts count below 0. */
  opening_balance: number
  /** The sum of all balances; debts count below 0. */
  closing_balance: number
  /** Points that can be spent, are held or wait to be spendable, as of now; without debts and points past their expiry, job or no job. */
  outstanding: number
  /** As of now, what all outstanding points pay in whole coins, for each program that is switched on. Not to be added up: points are not tied to a currency. Empty for a wallet other than `points`. */
  liability: {
    currency_code: string
    value: number
  }[]
  /** `expired / issued`, with four decimals; null when nothing was issued. */
  breakage_rate: number | null
  /** `redeemed / issued`, with four decimals; null when nothing was issued. */
  redemption_rate: number | null
  /** Every day of the period in UTC, oldest first, days without movement too. */
  series: {
    date: string
    /** Earned or given: `earn`, `bonus`, and `adjust` that gives. */
    issued: number
    /** Spent, less what was given back: `redeem` less `redeem_refund`; below 0 when more was given back. */
    redeemed: number
    /** Written off: `expire`. */
    expired: number
    /** Earned points that were taken back: `earn_reversal`. */
    reversed: number
    /** Taken by hand: `adjust` or `bonus` that takes. */
    taken: number
  }[]
}

/** A line of an account's journal. */
export type HttpLoyaltyTransaction = {
  id: string
  account_id: string
  /** More kinds may come. */
  kind:
    "earn" | "redeem" | "redeem_refund" | "earn_reversal" | "expire" | "adjust" | "bonus" | "merge"
  /** Signed, never 0. */
  points: number
  /** The account's balance once it was written. */
  balance_after: number
  /** What it is about, such as an order. */
  source: {
    type: string
    id: string
  } | null
  /** The source's id, when it is an order. */
  order_id: string | null
  cart_id: string | null
  return_id: string | null
  /** Why, in words. */
  reason: string | null
  /** What kind of actor asked for it. */
  actor_type: string | null
  actor_id: string | null
  /** The version of the rules it was computed with. */
  program_version: number | null
  /** When the points that it gave expire. */
  expires_at: string | null
  /** Of an `expire`: `{ lots: [{ id, points, expires_at }] }`, the lots as `/lots` names them and how many points of each expired. */
  details: Record<string, unknown> | null
  /** When it happened. */
  occurred_at: string
  /** When it was written. */
  created_at: string
}

/** A kind of points, with its words, as the option `wallets` declares it. A customer has one account in each wallet. `?wallet=` left out means `points`; a code that is not declared answers 400 and lists those that are. Carts, draft orders, orders and guests' claims use `points`. */
export type HttpLoyaltyWallet = {
  /** What `?wallet=` names it by. */
  code: string
  /** Its name in each language. */
  name: {
    en: string
    pl: string
  }
  /** The words for its unit: for one and for more in English, for one, few and many in Polish. */
  unit: {
    en: string[]
    pl: string[]
  }
}

/** A customer's orders, canceled ones left out. */
export type HttpOrderSummary = {
  /** How many there are. */
  count: number
  /** In major units of its currency. */
  total: number
  /** The currency of `total`: the one ordered in most often. null without orders. */
  currency_code: string | null
  /** A sum for each currency, that one first. */
  by_currency: {
    currency_code: string
    /** How many there are. */
    count: number
    /** In major units of its currency. */
    total: number
  }[]
}

/** A program as a shopper's browser sees it: without `clawback_policy`. */
export type HttpPublicLoyaltyProgram = {
  id: string
  currency_code: string
  /** What customers call the points. */
  name: string
  /** Whether points are earned and accepted. */
  is_enabled: boolean
  /** Points per unit of money spent. */
  points_per_currency_unit: number
  /** Items after discounts, with tax (`total`) or without (`subtotal`). */
  earning_basis: "total" | "subtotal"
  /** What makes an order's points be earned. */
  earn_on:
    "order_completed" | "order_placed" | "payment_captured" | "order_fulfilled" | "order_delivered"
  /** How earned points become whole, once per order. */
  rounding: "floor" | "round" | "ceil"
  /** Money per point, in major units. */
  point_value: number
  /** Points the customer must have to pay with any, inclusive; 0: none. */
  minimum_balance: number
  /** Order total from which points can be used, inclusive, in major units; 0: none. */
  minimum_order_total: number
  /** Most money that points pay per order, in major units; null: no such limit. */
  maximum_discount: number | null
  /** The same as a percentage of the order total; the lower of the two wins. */
  maximum_discount_percent: number | null
  /** Whether points can be used on a cart that has a promotion. */
  combine_with_promotions: boolean
  /** Days that points can be spent; null: they never expire. */
  validity_days: number | null
  /** Days before earned points can be spent. */
  pending_days: number
  /** The day at whose end points expire, every year; it wins over `validity_days`. null: not used. */
  fixed_expiry: string | null
  /** Days that points live at least under `fixed_expiry`, from when they can be spent: a day that comes sooner is passed over until the next year. */
  fixed_expiry_minimum_days: number
}

/** Medusa's answer to a request without valid credentials. */
export type HttpUnauthorized = {
  message: string
  type?: string
}
