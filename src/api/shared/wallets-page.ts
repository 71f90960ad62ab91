import type { Wallet } from "../../domain/wallets/words"
import type { PageQuery } from "./validate"

/** A page of the wallets as the API lists them, `points` first. */
export function walletsPage(wallets: readonly Wallet[], { limit, offset }: PageQuery) {
  const loyalty_wallets = wallets.slice(offset, offset + limit)
  return { loyalty_wallets, count: wallets.length, offset, limit }
}
