import { texts } from "../i18n/messages"

export const SESSION = texts({
  en: {
    logIn: "Log in",
    register: "Create an account",
    email: "E-mail",
    password: "Password",
    firstName: "First name",
    lastName: "Last name",
    newHere: "New here?",
    registered: "Have an account already?",
    benefit: "Members earn points with every order and pay with them at checkout.",
    wrongLogIn: "The e-mail address or the password is incorrect.",
    taken: "There is already an account with this e-mail address. Log in instead.",
  },
  pl: {
    logIn: "Zaloguj się",
    register: "Załóż konto",
    email: "E-mail",
    password: "Hasło",
    firstName: "Imię",
    lastName: "Nazwisko",
    newHere: "Jesteś tu pierwszy raz?",
    registered: "Masz już konto?",
    benefit: "Z kontem zbierasz punkty za każde zamówienie i płacisz nimi za kolejne.",
    wrongLogIn: "Adres e-mail lub hasło są nieprawidłowe.",
    taken: "Konto z tym adresem e-mail już istnieje. Zaloguj się.",
  },
})
