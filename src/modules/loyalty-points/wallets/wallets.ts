import { MedusaError } from "@medusajs/framework/utils"

import { POINTS_WALLET, POINTS_WORDS, walletsOf } from "../../../domain/wallets/words"
import type { Wallet, WalletWords } from "../../../domain/wallets/words"

/** The wallets that a store declares in its options; nothing here uses the database. */
export class Wallets {
  /** `points` first. */
  readonly all: readonly Wallet[]

  constructor(declared: Readonly<Record<string, WalletWords>>) {
    this.all = walletsOf(declared)
  }

  /**
   * A wallet by the code in a request; `points` by default.
   *
   * @throws INVALID_DATA that names the field and the existing wallets
   */
  named(code: string = POINTS_WALLET): Wallet {
    const found = this.find(code)
    if (!found) {
      const codes = this.all.map((wallet) => wallet.code).join(", ")
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `wallet: expected one of ${codes}, got ${JSON.stringify(code)}`
      )
    }
    return found
  }

  /** The wallet of an account. One that is no longer declared uses the words of `points`. */
  of({ wallet }: { wallet: string }): Wallet {
    return this.find(wallet) ?? { ...POINTS_WORDS, code: wallet }
  }

  private find(code: string): Wallet | undefined {
    return this.all.find((wallet) => wallet.code === code)
  }
}
