import { defineCapability } from "../capability"
import { Wallets } from "./wallets"

/** Kinds of points, as the options declare them. */
export const wallets = defineCapability({
  key: "wallets",
  create: ({ options }) => new Wallets(options.wallets),
})
