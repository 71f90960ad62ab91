import { texts } from "../i18n/messages"

export const ACCOUNT = texts({
  en: {
    title: "Your account",
    hello: "Hello, {name}",
    logOut: "Log out",
    orders: "Your orders",
    orderCount: { one: "{count} order", other: "{count} orders" },
    orderTotal: "{total} in total",
    none: "You have not ordered anything yet.",
    toProducts: "See the products",
    number: "Order",
    date: "Date",
    status: "Status",
    total: "Total",
    more: "Show more orders",
  },
  pl: {
    title: "Twoje konto",
    hello: "Cześć, {name}!",
    logOut: "Wyloguj się",
    orders: "Twoje zamówienia",
    orderCount: {
      one: "{count} zamówienie",
      few: "{count} zamówienia",
      many: "{count} zamówień",
      other: "{count} zamówienia",
    },
    orderTotal: "łącznie {total}",
    none: "Nie masz jeszcze żadnych zamówień.",
    toProducts: "Zobacz produkty",
    number: "Zamówienie",
    date: "Data",
    status: "Stan",
    total: "Razem",
    more: "Pokaż więcej zamówień",
  },
})
