import type { HttpLoyaltyProgram } from "../../../src/types/http"

/** What the form is for: a program, or a currency to set up, one of the `free` ones. */
export type FormSubject =
  { program: HttpLoyaltyProgram } | { program: null; currencyCode: string; free: string[] }
