/** The module's key in Medusa's container. The official gift-card plugin owns `loyalty`. */
export const LOYALTY_POINTS_MODULE = "loyalty_points"
