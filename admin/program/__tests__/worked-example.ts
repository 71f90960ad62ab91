import type { i18n } from "i18next"
import { createInstance } from "i18next"

import type { HttpLoyaltyProgram } from "../../../src/types/http"
import en from "../../i18n/en"
import pl from "../../i18n/pl"
import { type Words, wordsOf } from "../words"

/** The program of the worked example, as the API answers it. */
export const PROGRAM: HttpLoyaltyProgram = {
  id: "lprog_1",
  currency_code: "pln",
  name: "Points",
  is_enabled: true,
  points_per_currency_unit: 10,
  point_value: 0.01,
  minimum_balance: 5000,
  minimum_order_total: 400,
  maximum_discount: 500,
  maximum_discount_percent: null,
  validity_days: 365,
  earn_on: "order_completed",
  pending_days: 0,
  earning_basis: "total",
  rounding: "floor",
  combine_with_promotions: true,
  clawback_policy: "allow_negative",
  version: 1,
  created_at: "2026-01-01T00:00:00.000Z",
  updated_at: "2026-01-01T00:00:00.000Z",
}

/** The words of a language, with the texts that the dashboard shows. */
export function wordsIn(language: "en" | "pl"): Words {
  const instance: i18n = createInstance()
  void instance.init({
    lng: language,
    ns: "loyaltyPoints",
    defaultNS: "loyaltyPoints",
    initImmediate: false,
    interpolation: { escapeValue: false },
    resources: { en: { loyaltyPoints: en }, pl: { loyaltyPoints: pl } },
  })
  return wordsOf(instance.t, language)
}

/** With plain spaces, so that a test can be read. */
export const plain = (text: string): string => text.replace(/\s/g, " ")
