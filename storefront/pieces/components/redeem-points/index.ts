export type { RedeemPointsProps } from "./props"
export { RedeemPoints } from "./redeem-points"
