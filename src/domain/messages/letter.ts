import { fill } from "./format"
import { messageLanguage, textsFor, type Translated } from "./language"

/** What a message says, in the reader's words and without markup. Empty parts are left out. */
export type Letter = {
  /** The recipient's first name; null when the store does not know it. */
  name: string | null
  /** The subject and the first sentence, without a full stop. */
  headline: string
  lines: string[]
  notes: string
  /** Why the recipient gets it. */
  why: string
}

/** A message that any e-mail provider can send unchanged. */
export type MessageText = { subject: string; text: string; html: string }

const GREETINGS: Translated<{ hello: string; helloName: string }> = {
  en: { hello: "Hello,", helloName: "Hello {name}," },
  pl: { hello: "Dzień dobry!", helloName: "Dzień dobry, {name}!" },
}

/** Lays a message out. What customers typed is escaped in `html`. */
export function composeLetter(letter: Letter, locale: string): MessageText {
  const { headline, lines, notes, why } = letter
  const hello = greetingOf(letter, locale)
  const list = lines.map((line) => `- ${line}`).join("\n")
  const paragraphs = [hello, `${headline}.`, list, notes, why].filter((part) => part !== "")
  return { subject: headline, text: paragraphs.join("\n\n"), html: toHtml(letter, hello, locale) }
}

function greetingOf({ name }: Letter, locale: string): string {
  const { hello, helloName } = textsFor(GREETINGS, locale)
  return name ? fill(helloName, { name }) : hello
}

function toHtml({ headline, lines, notes, why }: Letter, hello: string, locale: string): string {
  const items = lines.map((line) => `<li>${escapeHtml(line)}</li>`).join("")
  return [
    `<html lang="${messageLanguage(locale) ?? "en"}"><body>`,
    `<p>${escapeHtml(hello)}</p>`,
    `<p><strong>${escapeHtml(headline)}.</strong></p>`,
    items && `<ul>${items}</ul>`,
    notes && `<p>${escapeHtml(notes)}</p>`,
    `<p><small>${escapeHtml(why)}</small></p>`,
    `</body></html>`,
  ].join("")
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}
