import { fill } from "../../../src/domain/messages/format"
import { textsFor, type Translated } from "../../../src/domain/messages/language"
import { composeLetter, type Letter } from "../../../src/domain/messages/letter"
import { defineMessage } from "../../../src/workflows/messages/message-kind"
import { GREETING, NOTHING_TO_SAY } from "./key"

type Greeting = { name: string | null; subject: string }

const TEXTS: Translated<{ headline: string; why: string }> = {
  en: { headline: "We greet you with {subject}", why: "Because you are a member." },
  pl: { headline: "Pozdrawiamy: {subject}", why: "Bo należysz do programu." },
}

/** A second kind of message, at its smallest: the outbox knows nothing of it but this file. */
export const greetingThrough = (channel: string | null) =>
  defineMessage<Greeting>({
    key: GREETING,
    about: "a greeting",
    pace: "prompt",
    honoursOptOut: false,
    event: { name: "sample.greeted", subject: "greeting_id" },
    settings: () => ({ channel, template: "sample-greeting", locale: "en" }),
    open: async () => async (message, recipient) => read(message.subject_id, recipient.first_name),
    facts: ({ subject }) => ({ words: subject.split(" ").length }),
    compose: (content, { locale }) => composeLetter(letterOf(content, locale), locale),
  })

const read = (subject: string, name: string | null): Greeting | null =>
  subject.startsWith(NOTHING_TO_SAY) ? null : { name, subject }

function letterOf({ name, subject }: Greeting, locale: string): Letter {
  const { headline, why } = textsFor(TEXTS, locale)
  return { name, headline: fill(headline, { subject }), lines: [], notes: "", why }
}
