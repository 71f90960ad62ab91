import type { Messages } from "./messages"

/** The pieces in English. */
export const en: Messages = {
  points: { one: "{count} point", other: "{count} points" },
  pointsNeeded: { one: "{count} point", other: "{count} points" },
  loading: "Loading points",
  retry: "Try again",

  balanceTitle: "Your points",
  balanceWorth: "worth {money}",
  balanceDebt: "You are {points} short. The next points you earn make up for it first.",
  balanceExpiring: {
    one: "{count} point expires on {date}",
    other: "{count} points expire on {date}",
  },
  balancePending: {
    one: "{count} more point is on its way and can be used soon",
    other: "{count} more points are on their way and can be used soon",
  },
  balanceHeld: {
    one: "{count} point is set aside for an order that is being placed",
    other: "{count} points are set aside for an order that is being placed",
  },
  balanceGuest: "Log in to see your points.",

  remindersChoice: "Remind me before my points expire",
  remindersHint: "We write to your e-mail address.",

  historyTitle: "Points history",
  historyEmpty: "No points yet. They appear here with your first order.",
  historyMore: "Show more",
  historyEarn: "Order completed",
  historyRedeem: "Used in an order",
  historyRefund: "Given back after an order was changed or cancelled",
  historyRefundReturn: "Given back after a return",
  historyReversal: "Taken back after an order was changed or cancelled",
  historyReversalReturn: "Taken back after a return",
  historyExpire: "Expired",
  historyAdjust: "Changed by the shop",
  historyBonus: "Bonus",
  historyMergeIn: "Moved here from another account",
  historyMergeOut: "Moved to another account",
  historyOther: "Points changed",
  historyBalance: "Balance: {points}",
  historyValidUntil: "Valid until {date}",

  earnAmount: { one: "Earn {count} point", other: "Earn {count} points" },
  earnOrder: {
    one: "This order earns you {count} point",
    other: "This order earns you {count} points",
  },
  earnOrderGuest: {
    one: "With an account, this order earns you {count} point",
    other: "With an account, this order earns you {count} points",
  },
  earnGuest: {
    one: "With an account, this order would earn you {count} point, worth {money}.",
    other: "With an account, this order would earn you {count} points, worth {money}.",
  },

  redeemTitle: "Pay with points",
  redeemHave: "You have {points}, worth {money}.",
  redeemSlider: "Points to use",
  redeemField: "Number of points",
  redeemSliderValue: "{points}, {money} off",
  redeemUseAll: "Use all",
  redeemApply: "Apply",
  redeemUpdate: "Update",
  redeemInUse: "Applied",
  redeemRemove: "Remove",
  redeemDiscount: "Paid with points",
  redeemTotal: "Total",
  redeemNewTotal: "New total",
  redeemAtMost: "This order takes at most {points} ({money}).",
  redeemOnlyHave: "You have {points} to use.",
  redeemTooFew: "Use at least {points}: fewer are worth less than {money}.",
  redeemApplied: "{points} applied: {money} off. The new total is {total}.",
  redeemLowered: "This order takes at most {points}, so we used that many.",
  redeemRemoved: "Your points are no longer used. The total is {total}.",
  redeemWaiting: {
    one: "{count} point is waiting and will be used again when the order qualifies.",
    other: "{count} points are waiting and will be used again when the order qualifies.",
  },

  guestInvite: "Register or log in to collect points and pay with them.",
  guestRegister: "Create an account",
  guestLogIn: "Log in",

  claimText: "This cart is not linked to your account yet.",
  claimAction: "Use my account",

  reasonNotAMember: "Log in or create an account to pay with points.",
  reasonNoProgram: "Points cannot be used in {currency}.",
  reasonProgramDisabled: "Paying with points is not available at the moment.",
  reasonPromotions: "Points cannot be combined with a promotion. Remove the promotion to use them.",
  reasonNoPoints: "You have no points to pay with yet.",
  reasonWorthLessThanCoin: "You have {points}, worth less than {money}.",
  reasonMinimumBalance: "You need {minimum}; you have {available}: {missing} more.",
  reasonMinimumOrder:
    "Add {missing} more to use points: orders from {minimum} can be paid with them.",
  reasonNothingToDiscount: "Nothing in this order can be paid with points.",

  failNetwork: "We could not reach the shop. Check your connection and try again.",
  failServer: "Something went wrong on our side. Please try again.",
  failLogin: "Your login has expired. Log in again to use your points.",
  failCartGone:
    "This cart is no longer available. You may have ordered it already, or need to log in again.",
  failUsedElsewhere: "These points were just used elsewhere. Your balance is up to date now.",
  failChanged:
    "Your points or the order have just changed. Please check the new total and try again.",
}
