/**
 * How the plugin's workflows acquire a cart's lock, whose key in Medusa is the cart's id: the timeout is
 * long enough to queue behind Medusa's own refreshes, and the lock expires if the process dies.
 */
export const CART_LOCK = { timeoutSeconds: 10, ttlSeconds: 20 }
