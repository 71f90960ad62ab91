import { POINTS_WALLET } from "../../../domain/wallets/words"
import { columns, queryEntity } from "../query/entity"
import type { QueryEntity } from "../query/entity"
import { countQueryable, listQueryable } from "../query/queryable"
import type { Queryable } from "../query/queryable"
import { AccountStore } from "./account-store"
import { toTransaction } from "./rows"
import type { TransactionRow } from "./rows"
import type { LoyaltyAccountDTO, LoyaltyTransactionDTO } from "./types"

const openPoints = (condition: string) =>
  `(SELECT coalesce(sum(remaining), 0) FROM loyalty_lot
    WHERE account_no = a.no AND open AND ${condition})`

/** As the account store reads them; for sorting and filtering, the database's clock is close enough. */
const PENDING_NOW = `CASE WHEN a.next_available <= now()
  THEN ${openPoints("available_at > now()")} ELSE a.pending END`
const DUE_NOW = `CASE WHEN a.next_expiry <= now()
  THEN ${openPoints("expires_at <= now()")} ELSE 0 END`
const AVAILABLE_NOW = `GREATEST(a.balance - GREATEST(a.held, ${DUE_NOW}) - ${PENDING_NOW}, 0)`

/**
 * The customer of an account in the wallet `points`, null for other wallets: a link by this key finds
 * one account, however many wallets the customer has.
 */
const POINTS_CUSTOMER = "points_customer_id"

/** Ids only: the account store reads the figures at a moment. */
const ACCOUNT_IDS: Queryable<{ id: string }, string> = {
  select: "a.id",
  from: "loyalty_account a",
  fields: {
    ...columns("a", [
      "id",
      "customer_id",
      "wallet",
      "balance",
      "held",
      "lifetime_earned",
      "lifetime_redeemed",
      "closed_at",
      "created_at",
      "updated_at",
    ]),
    pending: PENDING_NOW,
    available: AVAILABLE_NOW,
    [POINTS_CUSTOMER]: {
      sql: `CASE WHEN a.wallet = '${POINTS_WALLET}' THEN a.customer_id END`,
      oneOf: (places) =>
        `(a.customer_id IN (${places.join(", ")}) AND a.wallet = '${POINTS_WALLET}')`,
    },
  },
  defaultOrder: "a.no",
  toDTO: ({ id }) => id,
}

/** Accounts, with their figures at the moment of the call. */
export const ACCOUNTS: QueryEntity<"LoyaltyAccount", LoyaltyAccountDTO> = {
  name: "LoyaltyAccount",
  alias: "loyalty_account",
  idPrefix: "lacc",
  linkable: ["id", "customer_id", POINTS_CUSTOMER],
  schema: `
  type LoyaltyExpiry {
    points: Int!
    expires_at: DateTime!
  }
  type LoyaltyAccount {
    id: ID!
    customer_id: String!
    wallet: String!
    balance: Int!
    held: Int!
    pending: Int!
    available: Int!
    lifetime_earned: Int!
    lifetime_redeemed: Int!
    expiring: [LoyaltyExpiry!]!
    expiry_reminders: Boolean!
    closed_at: DateTime
    merged_into: String
    created_at: DateTime!
    updated_at: DateTime!
  }
`,
  async list({ dataSource, now }, filters, config) {
    const ids = await listQueryable(dataSource, ACCOUNT_IDS, filters, config)
    const accounts = await new AccountStore(dataSource, now).byIds(ids)
    const byId = new Map(accounts.map((account) => [account.id, account]))
    const found = ids.flatMap((id) => byId.get(id) ?? [])
    // Medusa matches accounts to customers by the key it filtered by.
    return filters && POINTS_CUSTOMER in filters ? found.map(withPointsCustomer) : found
  },
  count: ({ dataSource }, filters) => countQueryable(dataSource, ACCOUNT_IDS, filters),
}

const withPointsCustomer = (account: LoyaltyAccountDTO) => ({
  ...account,
  [POINTS_CUSTOMER]: account.wallet === POINTS_WALLET ? account.customer_id : null,
})

/** The key in a transaction's id; none for anything else. */
const transactionKey = (place: string): string => {
  const part = (index: number) =>
    `CASE WHEN ${place}::text ~ '^ltx_\\d{1,18}_\\d{1,18}$' THEN split_part(${place}::text, '_', ${index})::bigint END`
  return `(${part(2)}, ${part(3)})`
}

/** The journal, one transaction per row. */
export const TRANSACTIONS = queryEntity<
  "LoyaltyTransaction",
  TransactionRow,
  LoyaltyTransactionDTO
>(
  {
    name: "LoyaltyTransaction",
    alias: "loyalty_transaction",
    idPrefix: "ltx",
    linkable: ["id"],
    schema: `
  type LoyaltySource {
    type: String!
    id: String!
  }
  type LoyaltyTransaction {
    id: ID!
    account_id: String!
    kind: String!
    points: Int!
    balance_after: Int!
    source: LoyaltySource
    order_id: String
    cart_id: String
    return_id: String
    reason: String
    actor_type: String
    actor_id: String
    program_version: Int
    expires_at: DateTime
    details: JSON
    occurred_at: DateTime!
    created_at: DateTime!
  }
`,
  },
  {
    select: "t.*, a.id AS account_id",
    from: "loyalty_transaction t JOIN loyalty_account a ON a.no = t.account_no",
    fields: {
      id: {
        sql: "'ltx_' || t.account_no || '_' || t.version",
        // The id contains the internal key, so ids are found through the primary key.
        oneOf: (places) =>
          `(t.account_no, t.version) IN (${places.map(transactionKey).join(", ")})`,
      },
      account_id: "a.id",
      customer_id: "a.customer_id",
      wallet: "a.wallet",
      order_id: {
        sql: "CASE WHEN t.source_type = 'order' THEN t.source_id END",
        oneOf: (places) => `(t.source_type = 'order' AND t.source_id IN (${places.join(", ")}))`,
      },
      ...columns("t", [
        "kind",
        "points",
        "source_type",
        "source_id",
        "expires_at",
        "actor_type",
        "actor_id",
        "occurred_at",
        "created_at",
      ]),
    },
    defaultOrder: "t.account_no, t.version DESC",
    toDTO: toTransaction,
  }
)
