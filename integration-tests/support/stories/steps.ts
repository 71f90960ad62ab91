/** Everything that can happen in a story, as the rows of a table say it. */
export * from "./changes"
export * from "./deliveries"
export * from "./events"
export * from "./money"
export * from "./order"
export * from "./points"
export * from "./returns"
