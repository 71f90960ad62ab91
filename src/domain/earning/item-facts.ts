/**
 * What a line says of its item, as the cart or the order itself carries it: rules by product decide on
 * these without a further query. null where the line says nothing, as for a product that is gone.
 */
export type ItemFacts = Readonly<{
  product_id: string | null
  variant_id: string | null
  sku: string | null
  type_id: string | null
}>

/** Of a line that is no product of the store. */
export const NO_FACTS: ItemFacts = { product_id: null, variant_id: null, sku: null, type_id: null }
