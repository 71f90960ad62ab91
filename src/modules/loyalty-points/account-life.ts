import type { EntityManager } from "typeorm"

/** Two customers becoming one, each named by an account. */
export type CustomerMerge = { account_id: string; into_account_id: string; now: Date }

/** An account being closed; `closed_customer_id` replaces the customer's id everywhere. */
export type AccountClosing = { account_id: string; closed_customer_id: string; now: Date }

/**
 * What a capability does with its own rows when customers are merged: in the merge's transaction,
 * before accounts are locked and points move. Safe to repeat, as the merge itself is.
 */
export type OnMerge = (manager: EntityManager, merge: CustomerMerge) => Promise<unknown>

/**
 * What a capability does with its own rows when an account is closed: in the closing's transaction,
 * before the account is locked. Safe to repeat. Nothing that it leaves may name the customer.
 */
export type OnClose = (manager: EntityManager, closing: AccountClosing) => Promise<unknown>
