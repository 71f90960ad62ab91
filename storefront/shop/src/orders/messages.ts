import { texts } from "../i18n/messages"

export const ORDERS = texts({
  en: {
    times: "× {count}",
    thanks: "Thank you for your order",
    number: "Order {number}",
    mail: "We will keep you posted at {email}.",
    placed: "Placed on {date}",
    total: "Total",
    toPay: "To pay",
    paid: "Paid",
    pointsUsed: {
      one: "You paid with {count} point: {amount} off.",
      other: "You paid with {count} points: {amount} off.",
    },
    willEarn: {
      one: "This order will earn you {count} point.",
      other: "This order will earn you {count} points.",
    },
    couldEarn: {
      one: "With an account, this order would have earned you {count} point. Next time it can:",
      other: "With an account, this order would have earned you {count} points. Next time it can:",
    },
    register: "Create an account",
    onShopping: "Keep shopping",
    toAccount: "See your points",
    address: "Delivery address",
  },
  pl: {
    times: "× {count}",
    thanks: "Dziękujemy za zamówienie",
    number: "Zamówienie {number}",
    mail: "O wszystkim napiszemy na adres {email}.",
    placed: "Złożone {date}",
    total: "Razem",
    toPay: "Do zapłaty",
    paid: "Zapłacono",
    pointsUsed: {
      one: "Zapłacono {count} punktem: {amount} mniej.",
      few: "Zapłacono {count} punktami: {amount} mniej.",
      many: "Zapłacono {count} punktami: {amount} mniej.",
      other: "Zapłacono {count} punktu: {amount} mniej.",
    },
    willEarn: {
      one: "Za to zamówienie otrzymasz {count} punkt.",
      few: "Za to zamówienie otrzymasz {count} punkty.",
      many: "Za to zamówienie otrzymasz {count} punktów.",
      other: "Za to zamówienie otrzymasz {count} punktu.",
    },
    couldEarn: {
      one: "Z kontem to zamówienie dałoby Ci {count} punkt. Następnym razem tak będzie:",
      few: "Z kontem to zamówienie dałoby Ci {count} punkty. Następnym razem tak będzie:",
      many: "Z kontem to zamówienie dałoby Ci {count} punktów. Następnym razem tak będzie:",
      other: "Z kontem to zamówienie dałoby Ci {count} punktu. Następnym razem tak będzie:",
    },
    register: "Załóż konto",
    onShopping: "Wróć do zakupów",
    toAccount: "Zobacz swoje punkty",
    address: "Adres dostawy",
  },
})
