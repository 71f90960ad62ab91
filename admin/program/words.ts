import type { TFunction } from "i18next"

import { decimal } from "../../src/domain/shared/decimal"
import type { Unit } from "./fields"

/** A program's numbers in the words of a language. Decimal strings count as numbers. */
export interface Words {
  t: TFunction
  language: string
  number(value: number | string): string
  /** "10 points", of a whole number or a rate. */
  points(count: number | string): string
  days(count: number): string
  /** "1,500 PLN": as many decimals as the currency has, none when the amount is whole. */
  money(amount: number | string, currencyCode: string): string
  /** "10%" of 10; "10 %" in languages that write it so. */
  percent(value: number | string): string
  /** A number with what it counts: "5,000 points", "400 PLN", "365 days". */
  measure(value: number | string, unit: Unit, currencyCode: string): string
}

/** @param t translates this plugin's texts */
export function wordsOf(t: TFunction, language: string): Words {
  const number = (value: number | string) => formatNumber(value, language, 0)
  const counted = (key: string, count: number | string) =>
    t(`program.counts.${key}`, { count: Number(count), number: number(count) })
  const money = (amount: number | string, currencyCode: string) =>
    `${formatNumber(amount, language, decimalsOf(currencyCode))}\u00a0${currencyCode.toUpperCase()}`
  const percent = (value: number | string) => formatPercent(value, language)
  const measures: Record<Unit, (value: number | string, currencyCode: string) => string> = {
    points: (value) => counted("points", value),
    points_per_unit: (value, currencyCode) =>
      t("program.summary.per_unit", {
        points: counted("points", value),
        unit: money(1, currencyCode),
      }),
    money,
    percent,
    days: (value) => counted("days", value),
  }
  return {
    t,
    language,
    number,
    points: (count) => counted("points", count),
    days: (count) => counted("days", count),
    money,
    percent,
    measure: (value, unit, currencyCode) => measures[unit](value, currencyCode),
  }
}

/** Decimals of rates: as many as the API stores. */
const MOST_DECIMALS = 8

function formatNumber(value: number | string, language: string, decimals: number): string {
  const minimumFractionDigits = Number.isInteger(Number(value)) ? 0 : decimals
  return new Intl.NumberFormat(language, {
    minimumFractionDigits,
    maximumFractionDigits: MOST_DECIMALS,
  }).format(Number(value))
}

function formatPercent(value: number | string, language: string): string {
  const share = decimal(value).shiftedBy(-2).toNumber()
  return new Intl.NumberFormat(language, {
    style: "percent",
    maximumFractionDigits: MOST_DECIMALS,
  }).format(share)
}

function decimalsOf(currencyCode: string): number {
  const format = new Intl.NumberFormat("en", { style: "currency", currency: currencyCode })
  return format.resolvedOptions().minimumFractionDigits ?? 2
}
