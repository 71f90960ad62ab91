import { z } from "@medusajs/framework/zod"

import { applyPointsSchema } from "../../../src/api/shared/points-field"
import { noBody, pageSchema } from "../../../src/api/shared/validate"
import { walletQuerySchema } from "../../../src/api/shared/wallet-parameter"
import { updateAccountSchema } from "../../../src/api/store/loyalty/account/validators"
import { transactionsQuerySchema } from "../../../src/api/store/loyalty/transactions/validators"
import { loyaltyAccount, loyaltyTransaction } from "../answers/accounts"
import { listed, text } from "../answers/fields"
import { orderSummary } from "../answers/orders"
import { publicLoyaltyProgram } from "../answers/programs"
import { loyaltyQuote } from "../answers/quote"
import { loyaltyWallet } from "../answers/wallets"
import { fieldsQuery, medusas } from "./medusa"
import type { ApiRoute } from "./route"

const account = "/store/loyalty/account"
const cartPoints = "/store/carts/:id/loyalty-points"

const changedCart = z.strictObject({ cart: medusas("cart"), loyalty_quote: loyaltyQuote })

export const storeRoutes: ApiRoute[] = [
  {
    method: "GET",
    path: "/store/loyalty/programs",
    tag: "Store: points",
    access: "anyone",
    summary: "List the programs that are switched on",
    query: pageSchema,
    answer: listed("loyalty_programs", publicLoyaltyProgram),
    errors: [400],
  },
  {
    method: "GET",
    path: "/store/loyalty/wallets",
    tag: "Store: points",
    access: "anyone",
    summary: "List the wallets that the store declares",
    query: pageSchema,
    answer: listed("loyalty_wallets", loyaltyWallet),
    errors: [400],
  },
  {
    method: "GET",
    path: account,
    tag: "Store: points",
    access: "customer",
    summary: "Read the customer's points",
    description: "The account exists from the first look.",
    query: walletQuerySchema,
    answer: z.strictObject({ loyalty_account: loyaltyAccount, orders: orderSummary }),
    errors: [400, 401],
  },
  {
    method: "POST",
    path: account,
    tag: "Store: points",
    access: "customer",
    summary: "Choose whether to be reminded of points that will expire",
    body: updateAccountSchema,
    answer: z.strictObject({ loyalty_account: loyaltyAccount }),
    errors: [400, 401],
  },
  {
    method: "GET",
    path: "/store/loyalty/transactions",
    tag: "Store: points",
    access: "customer",
    summary: "Read the customer's journal, newest first",
    query: transactionsQuerySchema,
    answer: listed("loyalty_transactions", loyaltyTransaction),
    errors: [400, 401],
  },
  {
    method: "POST",
    path: "/store/loyalty/guest-orders",
    tag: "Store: points",
    access: "customer",
    summary: "Claim the points of orders placed as a guest",
    description:
      "400 as long as the option `guestOrders.claim` is off or the customer's address is not verified.",
    body: noBody,
    answer: z.strictObject({ loyalty_account: loyaltyAccount, order_ids: z.array(text) }),
    errors: [400, 401, 409],
  },
  {
    method: "GET",
    path: cartPoints,
    tag: "Store: carts",
    access: "customer?",
    summary: "Read what points can do on a cart",
    description: "Works for a guest's cart too. A customer's cart answers 404 to everybody else.",
    answer: z.strictObject({ loyalty_quote: loyaltyQuote }),
    errors: [400, 404],
  },
  {
    method: "POST",
    path: cartPoints,
    tag: "Store: carts",
    access: "customer",
    summary: "Pay a cart with points",
    description:
      "Posting again replaces, never adds. More points than the rules allow are lowered, and the quote says so. 400 with the reason when points cannot be used, and for more points than there are.",
    query: fieldsQuery,
    body: applyPointsSchema,
    answer: changedCart,
    errors: [400, 401, 404, 409],
  },
  {
    method: "DELETE",
    path: cartPoints,
    tag: "Store: carts",
    access: "customer",
    summary: "Take the points off a cart",
    description: "Answers the same when none were applied.",
    query: fieldsQuery,
    answer: changedCart,
    errors: [400, 401, 404, 409],
  },
]
