import { clx, Heading, Text } from "@medusajs/ui"
import { type ReactNode, useId } from "react"

import { WarningNote } from "../form/field-frame"
import { useWords } from "../use-words"
import { type AnsweredSimulation, reasonsInWords, simulationSentences } from "./simulation-text"

type Props = { answer: AnsweredSimulation; warnings: { text: string }[] }

/** An answer: the figures, an explanation, reasons against, and warnings about the rules. */
export function SimulationAnswer({ answer, warnings }: Props) {
  const words = useWords()
  const reasons = reasonsInWords(answer, words)
  return (
    <div className="flex flex-col gap-y-4">
      <KeyNumbers answer={answer} />
      <div className="flex flex-col gap-y-1">
        {simulationSentences(answer, words).map((sentence) => (
          <Text key={sentence} size="small" className="text-pretty">
            {sentence}
          </Text>
        ))}
      </div>
      {reasons.length > 0 && (
        <List title={words.t("program.simulation.why")}>
          {reasons.map((reason) => (
            <Text key={reason} as="span" size="small" className="text-ui-fg-subtle text-pretty">
              {reason}
            </Text>
          ))}
        </List>
      )}
      {warnings.length > 0 && (
        <List title={words.t("program.simulation.warnings")}>
          {warnings.map(({ text }) => (
            <WarningNote key={text}>{text}</WarningNote>
          ))}
        </List>
      )}
    </div>
  )
}

function KeyNumbers({ answer: { request, simulation } }: { answer: AnsweredSimulation }) {
  const { t, number, money } = useWords()
  const code = request.currency_code
  const { quote } = simulation
  const hasOwnPoints = request.available_points === undefined
  return (
    <dl className="bg-ui-bg-base shadow-elevation-card-rest grid grid-cols-2 rounded-lg">
      <KeyNumber
        label={t("program.simulation.points")}
        value={number(quote.available)}
        note={
          hasOwnPoints
            ? t("program.simulation.pointsWorth", { worth: money(simulation.points_value, code) })
            : undefined
        }
      />
      <KeyNumber
        label={t("program.simulation.used")}
        value={number(quote.points_applied)}
        note={t("program.simulation.discount", { discount: money(quote.discount, code) })}
      />
      <KeyNumber
        label={t("program.simulation.toPay")}
        value={money(simulation.amount_to_pay, code)}
        note={t("program.simulation.ofOrder", { order: money(request.order_total, code) })}
        className="border-ui-border-base col-span-2 border-t"
      />
    </dl>
  )
}

type KeyNumberProps = { label: string; value: string; note?: string; className?: string }

function KeyNumber({ label, value, note, className }: KeyNumberProps) {
  return (
    <div className={clx("flex min-w-0 flex-col p-4", className)}>
      <dt className="txt-compact-small-plus text-ui-fg-subtle">{label}</dt>
      <dd>
        <span className="text-ui-fg-base block break-words text-2xl font-medium tabular-nums">
          {value}
        </span>
        {note && <span className="txt-compact-small text-ui-fg-subtle">{note}</span>}
      </dd>
    </div>
  )
}

function List({ title, children }: { title: string; children: ReactNode[] }) {
  const headingId = useId()
  return (
    <section aria-labelledby={headingId} className="flex flex-col gap-y-1">
      <Heading level="h3" id={headingId}>
        {title}
      </Heading>
      <ul className="flex flex-col gap-y-1">
        {children.map((child, index) => (
          <li key={index}>{child}</li>
        ))}
      </ul>
    </section>
  )
}
