/** First and last name as far as they are known; empty when neither is. */
export function nameOf(person: { first_name?: string | null; last_name?: string | null }): string {
  return [person.first_name, person.last_name].filter(Boolean).join(" ")
}
