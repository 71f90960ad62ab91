/** Currencies that Medusa counts without decimals although `Intl` shows two. */
const WITHOUT_DECIMALS = "amd crc irt mnt mur rsd tzs uzs zwl"

/** The decimals of a currency's smallest coin, as the store counts them. */
export function digitsOf(currencyCode: string): number {
  if (WITHOUT_DECIMALS.includes(currencyCode.toLowerCase())) {
    return 0
  }
  const format = new Intl.NumberFormat("en", { style: "currency", currency: currencyCode })
  return format.resolvedOptions().maximumFractionDigits ?? 2
}
