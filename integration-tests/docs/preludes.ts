/** Code around a snippet that shows only the relevant lines. */
export interface Prelude {
  /** The page and the heading above the snippet; every snippet there gets it. */
  page: string
  heading: string
  before?: string
  after?: string
  /** Expected errors, by their first words: for what every store has and the page leaves out. */
  leftOut?: string[]
}

/** What a shop knows about its visitor. */
const USE_SHOP = `
import type { default as Sdk } from "@medusajs/js-sdk"
import type { HttpTypes } from "@medusajs/types"
type Cart = HttpTypes.StoreCart
declare function useShop(): {
  sdk: Sdk
  cart: Cart
  customer: HttpTypes.StoreCustomer | null
  setCart: (cart: Cart) => void
}`

/** Options of the plugin, as `medusa-config.ts` takes them. */
const OPTIONS = `
import type { z } from "@medusajs/framework/zod"
import type { optionsSchema } from "../../../src/modules/loyalty-points/options"
type Options = { options: z.input<typeof optionsSchema> }
`

export const PRELUDES: Prelude[] = [
  {
    page: "README.md",
    heading: "Install it into a store",
    before: `import { defineConfig } from "@medusajs/framework/utils"`,
  },
  {
    page: "README.md",
    heading: "In the shop",
    before: USE_SHOP,
  },
  { page: "storefront/pieces/README.md", heading: "Vite", before: USE_SHOP },
  {
    page: "README.md",
    heading: "API",
    before: `
import type { RemoteQueryFunction } from "@medusajs/framework/types"
declare const query: Omit<RemoteQueryFunction, symbol>
declare const customerId: string`,
  },
  {
    page: "docs/reminders.md",
    heading: "Options",
    before: `${OPTIONS}
export const plugin: Options = {`,
    after: "}",
  },
  {
    page: "docs/scale-out.md",
    heading: "Configuration",
    leftOut: ["Property 'http' is missing"],
  },
  {
    page: "docs/quick-start-shop-developers.md",
    heading: "6. Build on it",
    before: `
import type { MedusaContainer } from "@medusajs/framework/types"
declare const container: MedusaContainer
declare const accountId: string
declare const reviewId: string`,
  },
]
