import { texts } from "../i18n/messages"

export const PRODUCTS = texts({
  en: {
    title: "Calm things for the home",
    lead: "Wool, linen, oak and iron, made to be used for years. Members earn points with every order.",
    products: "Products",
    none: "There is nothing to buy at the moment. Please come back soon.",
    kind: "Kind",
    quantity: "Quantity",
    add: "Add to cart",
    adding: "Adding…",
    added: "In your cart.",
    toCart: "See the cart",
    soldOut: "Sold out",
    tax: "incl. VAT",
    back: "All products",
  },
  pl: {
    title: "Spokojne rzeczy do domu",
    lead: "Wełna, len, dąb i żeliwo na długie lata. Z kontem zbierasz punkty za każde zamówienie.",
    products: "Produkty",
    none: "W tej chwili nie mamy nic do kupienia. Zajrzyj do nas wkrótce.",
    kind: "Rodzaj",
    quantity: "Liczba",
    add: "Do koszyka",
    adding: "Dodawanie…",
    added: "Już w koszyku.",
    toCart: "Zobacz koszyk",
    soldOut: "Wyprzedane",
    tax: "z VAT",
    back: "Wszystkie produkty",
  },
})
