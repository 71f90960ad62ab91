import type { BigNumberInput } from "@medusajs/framework/types"
import { defaultCurrencies, MathBN } from "@medusajs/framework/utils"

import type { Currency } from "../../domain/shared/currency"
import { decimal, withoutResidue } from "../../domain/shared/decimal"
import type { Decimal } from "../../domain/shared/decimal"

/** A Medusa amount as a decimal, without division residue. */
export function toDecimal(amount: BigNumberInput): Decimal {
  return withoutResidue(decimal(MathBN.convert(amount).toFixed()))
}

const DEFAULT_DIGITS = 2

/** A currency with its decimals according to Medusa. */
export function currencyOf(code: string): Currency {
  const known = (defaultCurrencies as Record<string, { decimal_digits: number } | undefined>)[
    code.toUpperCase()
  ]
  return { code: code.toLowerCase(), decimal_digits: known?.decimal_digits ?? DEFAULT_DIGITS }
}
