import { Heading, Text } from "@medusajs/ui"
import { useId } from "react"

import { useText } from "../../shared/locale"
import { definitionOf, type FieldName, fieldsOf, type Group, GROUPS } from "../fields"
import type { LiveSimulation } from "../simulation/use-live-simulation"
import { ChoiceField } from "./choice-field"
import { CurrencyField } from "./currency-field"
import { DayOfYearField } from "./day-of-year-field"
import { NumberField } from "./number-field"
import type { FormSubject } from "./subject"
import { SwitchField } from "./switch-field"
import { TextField } from "./text-field"

type Props = { subject: FormSubject; simulation: LiveSimulation }

/** Every rule, in sections with headings. */
export function RuleFields({ subject, simulation }: Props) {
  return GROUPS.map((group) => (
    <FieldGroup key={group} group={group}>
      {group === "program" && !subject.program && <CurrencyField free={subject.free} />}
      {fieldsOf(group).map((name) => (
        <RuleField key={name} name={name} simulation={simulation} />
      ))}
    </FieldGroup>
  ))
}

function FieldGroup({ group, children }: { group: Group; children: React.ReactNode }) {
  const t = useText()
  const headingId = useId()
  return (
    <section
      aria-labelledby={headingId}
      className="border-ui-border-base flex flex-col gap-y-4 border-t pt-6"
    >
      <div>
        <Heading level="h2" id={headingId}>
          {t(`program.groups.${group}.title`)}
        </Heading>
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {t(`program.groups.${group}.help`)}
        </Text>
      </div>
      <div className="grid grid-cols-1 gap-x-6 gap-y-6 sm:grid-cols-2">{children}</div>
    </section>
  )
}

function RuleField({ name, simulation }: { name: FieldName; simulation: LiveSimulation }) {
  const definition = definitionOf(name)
  const warnings = simulation.isInvalid
    ? []
    : simulation.warnings.filter((warning) => warning.field === name)
  switch (definition.kind) {
    case "text":
      return <TextField name={name} />
    case "flag":
      return <SwitchField name={name} />
    case "choice":
      return <ChoiceField name={name} definition={definition} />
    case "day_of_year":
      return <DayOfYearField name={name} />
    case "decimal":
    case "whole":
      return <NumberField name={name} definition={definition} warnings={warnings} />
  }
}
