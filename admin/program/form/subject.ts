import type { HttpLoyaltyProgram } from "../../../src/types/http"

/** What the form is about: a program, or a currency to set up, of those that are `free`. */
export type FormSubject =
  { program: HttpLoyaltyProgram } | { program: null; currencyCode: string; free: string[] }
