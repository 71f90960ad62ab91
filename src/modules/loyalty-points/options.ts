import type { CustomerDTO, MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import { createProgramSchema } from "../../validation/program"
import { EXPIRY_MOMENTS } from "../../domain/earning/validity"
import type { ProgramRules } from "../../domain/program/rules"
import { reminderLanguage } from "../../domain/reminders/texts"
import { isTimeZone } from "../../domain/shared/time-zone"

/** Ten years. */
const MOST_DAYS = 3650

/** Reminders of points that will expire. */
const remindersSchema = z.strictObject({
  /** Days before expiry on which customers are reminded, each once; none: no reminders. */
  days: z
    .array(z.number().int().min(1).max(MOST_DAYS))
    .refine((days) => new Set(days).size === days.length, "must not name a number of days twice")
    .default([30, 7]),
  /** The channel of Medusa's Notification module; null: only the event tells of expiring points. */
  channel: z.string().min(1).nullable().default("email"),
  /** The template's name at the notification provider, for one that has templates of its own. */
  template: z.string().min(1).default("loyalty-points-expiring"),
  /** Language of customers whose orders name none that reminders speak: English or Polish. */
  locale: z
    .string()
    .refine(
      (locale) => reminderLanguage(locale) !== null,
      'must be a language tag of English or Polish, such as "en", "en-GB" or "pl"'
    )
    .default("en"),
})

/** Answers whether a customer's e-mail address is proven to be theirs. */
type EmailProof = (customer: CustomerDTO, container: MedusaContainer) => boolean | Promise<boolean>

/** Orders that members placed before they registered. */
const guestOrdersSchema = z.strictObject({
  /** true: they earn points once the member's e-mail address is verified. */
  claim: z.boolean().default(false),
  /** The store's own proof; left out, Medusa's verification of e-mail addresses decides. */
  isVerified: z
    .custom<EmailProof>(
      (value) => typeof value === "function",
      "must be a function (customer, container) that answers true or false"
    )
    .optional(),
})

/** Programs as `POST /admin/loyalty/programs` takes them, one of a currency. */
const programsSchema = z.array(createProgramSchema).superRefine((programs, context) => {
  const codes = programs.map(({ currency_code }) => currency_code)
  codes.forEach((code, place) => {
    if (codes.indexOf(code) < place) {
      context.addIssue({
        code: "custom",
        path: [place, "currency_code"],
        message: `names "${code}" again; give each currency one program`,
      })
    }
  })
})

/** Options of the plugin in `medusa-config.ts`. */
export const optionsSchema = z.strictObject({
  /**
   * false: the plugin leaves `updateCartPromotionsWorkflow.hooks.validate` and
   * `completeCartWorkflow.hooks.validate` to the store, which then calls our handlers from its own.
   */
  registerHooks: z.boolean().default(true),
  /** Programs that are created when the store starts, each if its currency never had one. */
  programs: programsSchema.default([]),
  /** Minutes after which a hold whose cart has no order is released. */
  releaseHoldsAfterMinutes: z.number().int().min(1).default(15),
  /** How many days back the nightly job settles orders again. */
  settleOrdersOfDays: z.number().int().min(1).default(14),
  /** IANA time zone, e.g. "Europe/Warsaw", in which validity_days and pending_days are counted. */
  timeZone: z
    .string()
    .refine(isTimeZone, 'must be an IANA time zone, such as "UTC" or "Europe/Warsaw"')
    .default("UTC"),
  /**
   * Points live `validity_days` to the same time of day ("instant") or to the end of their last day
   * in `timeZone` ("end_of_day"). Only what is earned from now on: a lot keeps its expiry.
   */
  expiryMoment: z.enum(EXPIRY_MOMENTS).default("instant"),
  /** How customers are reminded of points that will expire. */
  reminders: remindersSchema.prefault({}),
  /** Whether a guest's earlier orders earn points when they register. */
  guestOrders: guestOrdersSchema.prefault({}),
  /** Tells the present time; a test moves it. The server's clock by default. */
  clock: z
    .custom<() => Date>(
      (value) => typeof value === "function",
      "must be a function that returns a Date"
    )
    .default(() => () => new Date()),
})

/** The options as the module works with them: checked, with all defaults. */
export type LoyaltyPointsOptions = z.infer<typeof optionsSchema>

/** A program in the options: rates and money are numbers or decimal strings. */
export type LoyaltyProgramOption = { currency_code: string; name?: string } & {
  [Rule in keyof ProgramRules]?: string extends ProgramRules[Rule]
    ? ProgramRules[Rule] | number
    : ProgramRules[Rule]
}

/** The options as `medusa-config.ts` gives them: all may be left out. */
export type LoyaltyPointsPluginOptions = Omit<z.input<typeof optionsSchema>, "programs"> & {
  programs?: LoyaltyProgramOption[]
}

/** Options that Medusa adds to a module's own. */
const OPTIONS_OF_MEDUSA = ["database", "logger", "debug"]

/** @throws INVALID_DATA that names the option and what is allowed */
export function parseOptions(options: Record<string, unknown> = {}): LoyaltyPointsOptions {
  const own = Object.fromEntries(
    Object.entries(options).filter(([name]) => !OPTIONS_OF_MEDUSA.includes(name))
  )
  const parsed = optionsSchema.safeParse(own)
  if (parsed.success) {
    return parsed.data
  }
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `medusa-plugin-loyalty-points: wrong options in medusa-config: ${parsed.error.issues.map(problemOf).join("; ")}`
  )
}

/** "programs.0.point_value: expected …"; checks that bodies share name their field themselves. */
function problemOf({ path, message }: { path: PropertyKey[]; message: string }): string {
  const field = `${String(path.at(-1))}: `
  const allowed = message.startsWith(field) ? message.slice(field.length) : message
  return `${path.join(".") || "options"}: ${allowed}`
}
