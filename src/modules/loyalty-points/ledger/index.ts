import { defineCapability } from "../capability"
import { AccountStore } from "./account-store"
import { LoyaltyAccount } from "./account.entity"
import { LEDGER_INVARIANTS } from "./invariants"
import { LedgerStore } from "./ledger-store"
import { LoyaltyLot } from "./lot.entity"
import { ACCOUNTS, TRANSACTIONS } from "./queried"
import { LoyaltyTransaction } from "./transaction.entity"

/** Reads accounts, their journal and their lots. */
export const accounts = defineCapability({
  key: "accounts",
  create: ({ dataSource, now }) => new AccountStore(dataSource, now),
  entities: [LoyaltyAccount, LoyaltyTransaction, LoyaltyLot],
  queried: [ACCOUNTS, TRANSACTIONS],
})

/** The only writer of points. */
export const ledger = defineCapability({
  key: "ledger",
  create: ({ dataSource, now, onMerge, onClose }) =>
    new LedgerStore(dataSource, now, onMerge, onClose),
  invariants: LEDGER_INVARIANTS,
})
