/**
 * How the plugin's workflows ask for a cart's lock, whose key is the cart's id in Medusa: patient
 * enough to queue behind Medusa's own refreshes, and freed in the end if the process dies.
 */
export const CART_LOCK = { timeoutSeconds: 10, ttlSeconds: 20 }
