/**
 * What a line says about its item, as stored on the cart or order itself, so that rules by product need
 * no further query. null where the line does not say, as for a deleted product.
 */
export type ItemFacts = Readonly<{
  product_id: string | null
  variant_id: string | null
  sku: string | null
  type_id: string | null
}>

/** For a line that is not one of the store's products. */
export const NO_FACTS: ItemFacts = { product_id: null, variant_id: null, sku: null, type_id: null }
