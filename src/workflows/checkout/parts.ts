import type { CheckoutPart } from "./part"
import { pointsPart } from "./points-part"

/** Every part of checkout, in the order in which they discount a cart. */
export const CHECKOUT_PARTS: readonly CheckoutPart[] = [pointsPart]
