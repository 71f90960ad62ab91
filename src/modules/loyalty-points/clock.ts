/** Tells the present time. Stores take it once a call and hand it down; SQL never reads a clock. */
export type Clock = () => Date
