/** Returns the current time. Stores read it once per call and pass it down; SQL never reads a clock. */
export type Clock = () => Date
