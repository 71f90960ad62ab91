/** An exact decimal number: `units / 10 ** scale`. Amounts of money are in major units. */
export type Exact = Readonly<{ units: bigint; scale: number }>

/** Anything beyond this decimal in a total is residue of a division. */
const MEANINGFUL_DIGITS = 12

/**
 * Parses a number as printed, so `exact(0.1)` is exactly 0.1.
 *
 * @throws RangeError for NaN, Infinity and anything else that is not a decimal number
 */
export function exact(value: number | string): Exact {
  const parts = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(String(value))
  const [, sign, whole = "", fraction = "", exponent = "0"] = parts ?? []
  if (whole + fraction === "") {
    throw new RangeError(`Not a decimal number: ${value}`)
  }
  const units = BigInt(`${whole}${fraction}`) * (sign === "-" ? -1n : 1n)
  const scale = fraction.length - Number(exponent)
  return scale < 0 ? { units: units * tenTo(-scale), scale: 0 } : { units, scale }
}

export const ZERO: Exact = { units: 0n, scale: 0 }

export function plus(a: Exact, b: Exact): Exact {
  const scale = Math.max(a.scale, b.scale)
  return { units: unitsAt(a, scale) + unitsAt(b, scale), scale }
}

export function minus(a: Exact, b: Exact): Exact {
  return plus(a, { units: -b.units, scale: b.scale })
}

export function times(a: Exact, b: Exact): Exact {
  return { units: a.units * b.units, scale: a.scale + b.scale }
}

/** Below 0 if `a` is lower, 0 if they are equal, above 0 if it is higher. */
export function compare(a: Exact, b: Exact): number {
  const { units } = minus(a, b)
  return units === 0n ? 0 : units < 0n ? -1 : 1
}

export function lowest(a: Exact, b: Exact): Exact {
  return compare(a, b) <= 0 ? a : b
}

/** How a number is rounded to fewer decimals: `round` rounds halves away from zero. */
export type RoundingMode = "floor" | "round" | "ceil"

/** Rounds a number to `digits` decimals. */
export function roundTo(value: Exact, digits: number, mode: RoundingMode): Exact {
  if (value.scale <= digits) {
    return value
  }
  const divisor = tenTo(value.scale - digits)
  return { units: divide(value.units, divisor, mode), scale: digits }
}

/** A total from the store, without division residue. */
export function withoutResidue(value: Exact): Exact {
  return roundTo(value, MEANINGFUL_DIGITS, "round")
}

/** How often `divisor`, above 0, goes into `value`, rounded by `mode`. */
export function wholeQuotient(value: Exact, divisor: Exact, mode: RoundingMode): bigint {
  const scale = Math.max(value.scale, divisor.scale)
  return divide(unitsAt(value, scale), unitsAt(divisor, scale), mode)
}

/** The nearest number; exact when shown with a currency's decimals. */
export function toNumber({ units, scale }: Exact): number {
  return Number(`${units}e${-scale}`)
}

/** The smallest coin of a currency with `digits` decimals. */
export function smallestCoin(digits: number): Exact {
  return { units: 1n, scale: digits }
}

function unitsAt(value: Exact, scale: number): bigint {
  return value.units * tenTo(scale - value.scale)
}

function divide(dividend: bigint, divisor: bigint, mode: RoundingMode): bigint {
  if (mode === "ceil") {
    return -divide(-dividend, divisor, "floor")
  }
  if (mode === "round") {
    const magnitude = dividend < 0n ? -dividend : dividend
    const rounded = (2n * magnitude + divisor) / (2n * divisor)
    return dividend < 0n ? -rounded : rounded
  }
  const quotient = dividend / divisor
  return dividend % divisor < 0n ? quotient - 1n : quotient
}

function tenTo(exponent: number): bigint {
  return 10n ** BigInt(exponent)
}
