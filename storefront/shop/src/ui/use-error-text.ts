import { FetchError } from "@medusajs/js-sdk"
import { useTexts } from "../i18n/language"
import { texts } from "../i18n/messages"

const TEXTS = texts({
  en: {
    unreachable: "The shop cannot be reached. Check your connection and try again.",
    broken: "Something went wrong on our side. Please try again in a moment.",
    stock: "There are not enough pieces in stock.",
    promotion: "This code does not exist or is no longer valid.",
    payment: "The payment was not accepted. Try again, or choose another way to pay.",
    busy: "The shop is busy with this already. Please wait a moment and try again.",
    missing: "We could not find this.",
    refused: "The shop could not do this: {reason}",
  },
  pl: {
    unreachable: "Nie można połączyć się ze sklepem. Sprawdź połączenie i spróbuj ponownie.",
    broken: "Coś poszło nie tak po naszej stronie. Spróbuj ponownie za chwilę.",
    stock: "Nie mamy tylu sztuk na stanie.",
    promotion: "Ten kod nie istnieje albo stracił ważność.",
    payment: "Płatność nie została przyjęta. Spróbuj ponownie albo zapłać inaczej.",
    busy: "Sklep już się tym zajmuje. Odczekaj chwilę i spróbuj ponownie.",
    missing: "Nie udało się tego znaleźć.",
    refused: "Sklep nie mógł tego zrobić: {reason}",
  },
})

/** The payment was not accepted; the cart is unchanged. */
export class PaymentRefused extends Error {
  override name = "PaymentRefused"
}

/** A function that says in plain words why a request failed. */
export function useErrorText(): (error: unknown) => string {
  const text = useTexts(TEXTS)
  return (error) => {
    if (error instanceof PaymentRefused) {
      return text("payment")
    }
    if (!(error instanceof FetchError)) {
      return text(error instanceof TypeError ? "unreachable" : "broken")
    }
    return text(keyFor(error), { reason: error.message })
  }
}

function keyFor({ status = 500, message }: FetchError) {
  if (status >= 500) {
    return "broken"
  }
  if (status === 404) {
    return "missing"
  }
  if (status === 409) {
    return "busy"
  }
  if (/required inventory/i.test(message)) {
    return "stock"
  }
  return /promotion code/i.test(message) ? "promotion" : "refused"
}
