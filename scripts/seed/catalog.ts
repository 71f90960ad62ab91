import type { ProductPlan } from "./products"

/** The handle of the product whose order is the worked example's: 450.00 PLN. */
export const EXAMPLE_HANDLE = "merino-throw"
/** The handle of the product of which the shopper bought three, for 1,500.00 PLN in total. */
export const HISTORY_HANDLE = "espresso-machine"

/** The demo shop's products: things for the home. */
export const CATALOG: ProductPlan[] = [
  {
    handle: EXAMPLE_HANDLE,
    title: "Merino wool throw",
    description: "Woven from undyed merino wool, 140 × 200 cm.",
    prices: { pln: 450 },
    stock: 200,
  },
  {
    handle: HISTORY_HANDLE,
    title: "Stovetop espresso machine",
    description: "Stainless steel, six cups, for every kind of hob.",
    prices: { pln: 500 },
    stock: 200,
  },
  {
    handle: "oak-desk-lamp",
    title: "Oak desk lamp",
    description: "A dimmable lamp with a linen shade and a solid oak foot.",
    prices: { pln: 329.99 },
    stock: 80,
  },
  {
    handle: "linen-bedding",
    title: "Washed linen bedding",
    description: "Duvet cover and two pillowcases, soft from the first night.",
    prices: { pln: 649 },
    stock: 60,
  },
  {
    handle: "stoneware-dinner-set",
    title: "Stoneware dinner set",
    description: "Twelve pieces for four, each glazed by hand.",
    prices: { pln: 399.5 },
    stock: 40,
  },
  {
    handle: "beeswax-candles",
    title: "Beeswax candles",
    description: "Four candles of pure beeswax that burn for eight hours each.",
    prices: { pln: 39.9 },
    stock: 500,
  },
  {
    handle: "cast-iron-pot",
    title: "Cast-iron pot",
    description: "Enamelled, 5.5 litres, for bread and for stews.",
    prices: { pln: 749 },
    stock: 30,
  },
]
