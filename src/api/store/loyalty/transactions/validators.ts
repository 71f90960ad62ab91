import type { z } from "@medusajs/framework/zod"

import { pageSchema } from "../../../shared/validate"
import { walletQuerySchema } from "../../../shared/wallet-parameter"

export const transactionsQuerySchema = pageSchema.extend(walletQuerySchema.shape)
export type TransactionsQuery = z.infer<typeof transactionsQuerySchema>
