/**
 * A sentence for each plural form of a language, chosen for `{count}` through `Intl.PluralRules`.
 * Forms that are left out read as `other`.
 */
export type PluralMessage = { other: string } & Partial<
  Record<"zero" | "one" | "two" | "few" | "many", string>
>

/**
 * Every text of the pieces. Words in braces are filled in: numbers, money and dates come formatted,
 * `{points}`, `{minimum}`, `{available}` and `{missing}` of points with their noun.
 */
export interface Messages {
  /** A number of points on its own: "15,000 points". */
  points: PluralMessage
  /** The same where it is needed or missing; a case of its own in some languages. */
  pointsNeeded: PluralMessage
  loading: string
  retry: string

  balanceTitle: string
  /** `{money}` */
  balanceWorth: string
  /** `{points}` */
  balanceDebt: string
  /** `{count}`, `{date}` */
  balanceExpiring: PluralMessage
  /** `{count}` */
  balancePending: PluralMessage
  /** `{count}` */
  balanceHeld: PluralMessage
  balanceGuest: string

  remindersChoice: string
  remindersHint: string

  historyTitle: string
  historyEmpty: string
  historyMore: string
  historyEarn: string
  historyRedeem: string
  historyRefund: string
  historyRefundReturn: string
  historyReversal: string
  historyReversalReturn: string
  historyExpire: string
  historyAdjust: string
  historyBonus: string
  historyMergeIn: string
  historyMergeOut: string
  historyOther: string
  /** `{points}` */
  historyBalance: string
  /** `{date}` */
  historyValidUntil: string

  /** On a product. `{count}` */
  earnAmount: PluralMessage
  /** On a cart. `{count}` */
  earnOrder: PluralMessage
  /** On a guest's cart. `{count}` */
  earnOrderGuest: PluralMessage
  /** To a guest who could pay with points. `{count}`, `{money}` */
  earnGuest: PluralMessage

  redeemTitle: string
  /** `{points}`, `{money}` */
  redeemHave: string
  redeemSlider: string
  redeemField: string
  /** What a screen reader says of the slider. `{points}`, `{money}` */
  redeemSliderValue: string
  redeemUseAll: string
  redeemApply: string
  redeemUpdate: string
  /** On the button while nothing is changed. */
  redeemInUse: string
  redeemRemove: string
  redeemDiscount: string
  redeemTotal: string
  redeemNewTotal: string
  /** The rules take fewer points than there are. `{points}`, `{money}` */
  redeemAtMost: string
  /** More than the balance was typed. `{points}` */
  redeemOnlyHave: string
  /** Less than the smallest coin. `{points}`, `{money}` */
  redeemTooFew: string
  /** `{points}`, `{money}`, `{total}` */
  redeemApplied: string
  /** The server used fewer points than asked for. `{points}` */
  redeemLowered: string
  /** `{total}` */
  redeemRemoved: string
  /** Asked for, but the cart does not qualify now. `{count}` */
  redeemWaiting: PluralMessage

  guestInvite: string
  guestRegister: string
  guestLogIn: string

  /** A logged-in customer's cart that is still a guest's. */
  claimText: string
  claimAction: string

  reasonNotAMember: string
  /** `{currency}` */
  reasonNoProgram: string
  reasonProgramDisabled: string
  reasonPromotions: string
  reasonNoPoints: string
  /** `{points}`, `{money}` */
  reasonWorthLessThanCoin: string
  /** `{minimum}`, `{available}`, `{missing}` */
  reasonMinimumBalance: string
  /** `{minimum}`, `{missing}`, both money */
  reasonMinimumOrder: string
  reasonNothingToDiscount: string

  failNetwork: string
  failServer: string
  failLogin: string
  failCartGone: string
  failUsedElsewhere: string
  failChanged: string
}

/** A text that is one sentence, whatever the numbers in it. */
export type PlainKey = {
  [Key in keyof Messages]: Messages[Key] extends string ? Key : never
}[keyof Messages]

/** A text whose wording depends on a count. */
export type PluralKey = Exclude<keyof Messages, PlainKey>
