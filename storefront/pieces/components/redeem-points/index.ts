export { RedeemPoints, type RedeemPointsProps } from "./redeem-points"
