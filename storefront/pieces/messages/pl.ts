import type { Messages } from "./messages"

/** The pieces in Polish. */
export const pl: Messages = {
  points: {
    one: "{count} punkt",
    few: "{count} punkty",
    many: "{count} punktów",
    other: "{count} punktu",
  },
  pointsNeeded: {
    one: "{count} punktu",
    few: "{count} punktów",
    many: "{count} punktów",
    other: "{count} punktu",
  },
  loading: "Wczytujemy punkty",
  retry: "Spróbuj ponownie",

  balanceTitle: "Twoje punkty",
  balanceWorth: "o wartości {money}",
  balanceDebt: "Brakuje Ci {points}. Wyrównają to najpierw kolejne zdobyte punkty.",
  balanceExpiring: {
    one: "{count} punkt wygasa {date}",
    few: "{count} punkty wygasają {date}",
    many: "{count} punktów wygasa {date}",
    other: "{count} punktu wygasa {date}",
  },
  balancePending: {
    one: "Jeszcze {count} punkt jest w drodze i wkrótce będzie do wykorzystania",
    few: "Jeszcze {count} punkty są w drodze i wkrótce będą do wykorzystania",
    many: "Jeszcze {count} punktów jest w drodze i wkrótce będzie do wykorzystania",
    other: "Jeszcze {count} punktu jest w drodze i wkrótce będzie do wykorzystania",
  },
  balanceHeld: {
    one: "{count} punkt czeka na składane właśnie zamówienie",
    few: "{count} punkty czekają na składane właśnie zamówienie",
    many: "{count} punktów czeka na składane właśnie zamówienie",
    other: "{count} punktu czeka na składane właśnie zamówienie",
  },
  balanceGuest: "Zaloguj się, aby zobaczyć swoje punkty.",

  remindersChoice: "Przypomnij mi, zanim moje punkty wygasną",
  remindersHint: "Napiszemy na Twój adres e-mail.",

  historyTitle: "Historia punktów",
  historyEmpty: "Nie masz jeszcze punktów. Pojawią się tu po pierwszym zamówieniu.",
  historyMore: "Pokaż więcej",
  historyEarn: "Zrealizowane zamówienie",
  historyRedeem: "Wykorzystane w zamówieniu",
  historyRefund: "Zwrócone po zmianie lub anulowaniu zamówienia",
  historyRefundReturn: "Zwrócone po zwrocie towaru",
  historyReversal: "Cofnięte po zmianie lub anulowaniu zamówienia",
  historyReversalReturn: "Cofnięte po zwrocie towaru",
  historyExpire: "Wygasły",
  historyAdjust: "Zmiana wprowadzona przez sklep",
  historyBonus: "Bonus",
  historyMergeIn: "Przeniesione z innego konta",
  historyMergeOut: "Przeniesione na inne konto",
  historyOther: "Zmiana liczby punktów",
  historyBalance: "Saldo: {points}",
  historyValidUntil: "Ważne do {date}",

  earnAmount: {
    one: "Zdobądź {count} punkt",
    few: "Zdobądź {count} punkty",
    many: "Zdobądź {count} punktów",
    other: "Zdobądź {count} punktu",
  },
  earnOrder: {
    one: "Za to zamówienie otrzymasz {count} punkt",
    few: "Za to zamówienie otrzymasz {count} punkty",
    many: "Za to zamówienie otrzymasz {count} punktów",
    other: "Za to zamówienie otrzymasz {count} punktu",
  },
  earnOrderGuest: {
    one: "Z kontem otrzymasz za to zamówienie {count} punkt",
    few: "Z kontem otrzymasz za to zamówienie {count} punkty",
    many: "Z kontem otrzymasz za to zamówienie {count} punktów",
    other: "Z kontem otrzymasz za to zamówienie {count} punktu",
  },
  earnGuest: {
    one: "Z kontem to zamówienie dałoby Ci {count} punkt o wartości {money}.",
    few: "Z kontem to zamówienie dałoby Ci {count} punkty o wartości {money}.",
    many: "Z kontem to zamówienie dałoby Ci {count} punktów o wartości {money}.",
    other: "Z kontem to zamówienie dałoby Ci {count} punktu o wartości {money}.",
  },

  redeemTitle: "Zapłać punktami",
  redeemHave: "Masz {points} o wartości {money}.",
  redeemSlider: "Punkty do wykorzystania",
  redeemField: "Liczba punktów",
  redeemSliderValue: "{points}, rabat {money}",
  redeemUseAll: "Użyj wszystkich",
  redeemApply: "Zastosuj",
  redeemUpdate: "Zmień",
  redeemInUse: "Zastosowano",
  redeemRemove: "Usuń",
  redeemDiscount: "Zapłacone punktami",
  redeemTotal: "Do zapłaty",
  redeemNewTotal: "Nowa suma",
  redeemAtMost: "W tym zamówieniu możesz użyć najwyżej {points} ({money}).",
  redeemOnlyHave: "Możesz użyć najwyżej {points}.",
  redeemTooFew: "Użyj co najmniej {points}: mniejsza liczba jest warta mniej niż {money}.",
  redeemApplied: "Wykorzystano {points}: rabat {money}. Nowa suma: {total}.",
  redeemLowered: "W tym zamówieniu można użyć najwyżej {points}, więc tyle zostało użytych.",
  redeemRemoved: "Punkty nie są już używane. Do zapłaty {total}.",
  redeemWaiting: {
    one: "{count} punkt czeka: wróci sam, gdy zamówienie znów spełni warunki.",
    few: "{count} punkty czekają: wrócą same, gdy zamówienie znów spełni warunki.",
    many: "{count} punktów czeka: wrócą same, gdy zamówienie znów spełni warunki.",
    other: "{count} punktu czeka: wrócą same, gdy zamówienie znów spełni warunki.",
  },

  guestInvite: "Zarejestruj się lub zaloguj, aby zbierać punkty i nimi płacić.",
  guestRegister: "Załóż konto",
  guestLogIn: "Zaloguj się",

  claimText: "Ten koszyk nie jest jeszcze połączony z Twoim kontem.",
  claimAction: "Użyj mojego konta",

  reasonNotAMember: "Zaloguj się lub załóż konto, aby płacić punktami.",
  reasonNoProgram: "W walucie {currency} nie można płacić punktami.",
  reasonProgramDisabled: "Płacenie punktami jest chwilowo niedostępne.",
  reasonPromotions: "Punktów nie można łączyć z promocją. Usuń promocję, aby ich użyć.",
  reasonNoPoints: "Nie masz jeszcze punktów do wykorzystania.",
  reasonWorthLessThanCoin: "Masz {points} o wartości mniejszej niż {money}.",
  reasonMinimumBalance: "Potrzebujesz {minimum}, a masz {available}: brakuje {missing}.",
  reasonMinimumOrder:
    "Dodaj produkty za {missing}, aby użyć punktów: można nimi płacić w zamówieniach od {minimum}.",
  reasonNothingToDiscount: "Niczego w tym zamówieniu nie można opłacić punktami.",

  failNetwork: "Nie udało się połączyć ze sklepem. Sprawdź połączenie i spróbuj ponownie.",
  failServer: "Coś poszło nie tak po naszej stronie. Spróbuj ponownie.",
  failLogin: "Twoje logowanie wygasło. Zaloguj się ponownie, aby użyć punktów.",
  failCartGone:
    "Ten koszyk nie jest już dostępny. Być może zamówienie zostało złożone lub trzeba się ponownie zalogować.",
  failUsedElsewhere:
    "Te punkty zostały właśnie wykorzystane gdzie indziej. Twoje saldo jest już aktualne.",
  failChanged:
    "Twoje punkty lub zamówienie właśnie się zmieniły. Sprawdź nową sumę i spróbuj ponownie.",
}
