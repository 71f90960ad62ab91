import { z } from "@medusajs/framework/zod"

import {
  accountsQuerySchema,
  adjustmentSchema,
  mergeSchema,
} from "../../../src/api/admin/loyalty/accounts/validators"
import { noBody, pageSchema } from "../../../src/api/shared/validate"
import { feedQuerySchema } from "../../../src/api/admin/loyalty/transactions/validators"
import { walletQuerySchema } from "../../../src/api/shared/wallet-parameter"
import {
  journalLine,
  loyaltyAccount,
  loyaltyAccountWithCustomer,
  loyaltyLot,
  loyaltyTransaction,
} from "../answers/accounts"
import { listed, text } from "../answers/fields"
import { loyaltyWallet } from "../answers/wallets"
import type { ApiRoute } from "./route"

const accounts = "/admin/loyalty/accounts"
const customer = "/admin/loyalty/customers/:customer_id"

export const accountRoutes: ApiRoute[] = [
  {
    method: "GET",
    path: "/admin/loyalty/wallets",
    tag: "Accounts",
    access: "merchant",
    summary: "List the wallets that the store declares",
    query: pageSchema,
    answer: listed("loyalty_wallets", loyaltyWallet),
    errors: [400, 401],
  },
  {
    method: "GET",
    path: accounts,
    tag: "Accounts",
    access: "merchant",
    summary: "Search the accounts",
    query: accountsQuerySchema,
    answer: listed("loyalty_accounts", loyaltyAccountWithCustomer),
    errors: [400, 401],
  },
  {
    method: "GET",
    path: `${accounts}/:id`,
    tag: "Accounts",
    access: "merchant",
    summary: "Read an account",
    answer: z.strictObject({ loyalty_account: loyaltyAccountWithCustomer }),
    errors: [401, 404],
  },
  {
    method: "GET",
    path: `${accounts}/:id/transactions`,
    tag: "Accounts",
    access: "merchant",
    summary: "Read an account's journal, newest first",
    query: pageSchema,
    answer: listed("loyalty_transactions", loyaltyTransaction),
    errors: [400, 401, 404],
  },
  {
    method: "GET",
    path: "/admin/loyalty/transactions",
    tag: "Accounts",
    access: "merchant",
    summary: "Read the journal of all accounts since a cursor",
    description:
      "Every line exactly once, for exports and other systems: keep `next_after` and ask again with it. A line appears once nothing can be written before it any more. Lines of one account that were written at the same instant may come out of order; `version` orders them.",
    query: feedQuerySchema,
    answer: z.strictObject({
      loyalty_transactions: z.array(journalLine),
      next_after: text.describe("Where the next call goes on."),
      has_more: z.boolean().describe("Whether more lines are there already."),
    }),
    errors: [400, 401],
  },
  {
    method: "GET",
    path: `${accounts}/:id/lots`,
    tag: "Accounts",
    access: "merchant",
    summary: "Read an account's lots",
    description: "Those with points first, the first to expire before the others.",
    query: pageSchema,
    answer: listed("loyalty_lots", loyaltyLot),
    errors: [400, 401, 404],
  },
  {
    method: "POST",
    path: `${accounts}/:id/adjustments`,
    tag: "Accounts",
    access: "merchant",
    summary: "Give or take points by hand",
    description:
      "400 for taking more than is available. 422 for an idempotency key that came with other input.",
    body: adjustmentSchema,
    answer: z.strictObject({
      loyalty_transaction: loyaltyTransaction,
      loyalty_account: loyaltyAccount,
    }),
    errors: [400, 401, 404, 409, 422],
  },
  {
    method: "POST",
    path: `${accounts}/:id/merge`,
    tag: "Accounts",
    access: "merchant",
    summary: "Merge an account into another one, for good",
    description:
      "Answers the account that is kept. The customer's accounts in other wallets are merged, too. The same merge again answers the transactions so far. 400 for one and the same account, two wallets, a closed account, or while an order that is being completed holds points (`loyalty_points_held`).",
    body: mergeSchema,
    answer: z.strictObject({
      loyalty_account: loyaltyAccount,
      loyalty_transactions: z.array(loyaltyTransaction),
    }),
    errors: [400, 401, 404, 409],
  },
  {
    method: "GET",
    path: customer,
    tag: "Accounts",
    access: "merchant",
    summary: "Read a customer's account",
    description: "It exists from the first look. 404 without such a customer.",
    query: walletQuerySchema,
    answer: z.strictObject({ loyalty_account: loyaltyAccount }),
    errors: [400, 401, 404],
  },
  {
    method: "POST",
    path: `${customer}/claim-guest-orders`,
    tag: "Accounts",
    access: "merchant",
    summary: "Give a customer the orders that guests placed with their address",
    description:
      "The merchant vouches for the address, whatever the option `guestOrders` says. 400 for a customer who is not registered.",
    body: noBody,
    answer: z.strictObject({
      loyalty_account: loyaltyAccount,
      order_ids: z.array(text),
      failed_order_ids: z.array(text).describe("Claim again to retry them."),
      loyalty_transactions: z.array(loyaltyTransaction),
    }),
    errors: [400, 401, 404, 409],
  },
]
