/** The routes' answers, as described in docs/api.md; `Http` sets them apart from the module's types. */
export type * from "./http-answers"

/** A list's answer: `Listed<"loyalty_programs", HttpLoyaltyProgram>`. */
export type Listed<Name extends string, Item> = { [N in Name]: Item[] } & {
  count: number
  offset: number
  limit: number
}
