/** What the routes answer, as docs/api.md describes it; `Http` tells them from the module's types. */
export type * from "./http-answers"

/** A list's answer: `Listed<"loyalty_programs", HttpLoyaltyProgram>`. */
export type Listed<Name extends string, Item> = { [N in Name]: Item[] } & {
  count: number
  offset: number
  limit: number
}
