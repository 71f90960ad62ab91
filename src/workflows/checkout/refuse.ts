import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"

import type { Quote } from "../../domain/checkout/quote"
import { formatPoints } from "../../domain/shared/currency"
import { LedgerErrorCode } from "../../modules/loyalty-points/ledger/errors"
import { accountToQuote } from "./quote-cart"

/** @throws NOT_ALLOWED when the customer's account was merged into another one */
export async function refuseClosedAccount(
  container: MedusaContainer,
  customerId: string
): Promise<void> {
  const account = await accountToQuote(container, customerId)
  if (account?.closed_at) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "This loyalty account is closed: its points were moved to another account",
      LedgerErrorCode.ACCOUNT_CLOSED
    )
  }
}

/** @throws NOT_ALLOWED with the reasons when points cannot be used */
export function refuseUnlessEligible({ eligible, reasons }: Quote): void {
  if (!eligible) {
    const messages = reasons.map(({ message }) => message).join(" ")
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, messages, reasons[0]?.code)
  }
}

/** @throws INVALID_DATA when more points are requested than available */
export function refuseMoreThanAvailable({ available }: Quote, points: number | undefined): void {
  if (points !== undefined && points > available) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `points: you asked for ${formatPoints(points)} points; you can use at most the ${formatPoints(available)} you have`
    )
  }
}
