import { FieldFrame, useFieldIds } from "../form/field-frame"
import { NumberInput } from "../form/number-input"
import { problemInWords } from "../problem-text"
import { unitInWords } from "../units"
import { useWords } from "../use-words"
import { AMOUNT_NAMES, type AmountName, AMOUNTS } from "./amounts"
import type { LiveSimulation } from "./use-live-simulation"

/** The example customer on whom the rules are tried. */
export function AmountFields({ simulation }: { simulation: LiveSimulation }) {
  return (
    <div className="grid grid-cols-2 gap-4">
      {AMOUNT_NAMES.map((name) => (
        <AmountField key={name} name={name} simulation={simulation} />
      ))}
    </div>
  )
}

function AmountField({ name, simulation }: { name: AmountName; simulation: LiveSimulation }) {
  const words = useWords()
  const ids = useFieldIds()
  const { kind, unit, isOptional } = AMOUNTS[name]
  const { amounts, problems, currencyCode, setAmount } = simulation
  const problem = problems[name]
  return (
    <div className={isOptional ? "col-span-2" : undefined}>
      <FieldFrame
        ids={ids}
        label={words.t(`program.simulation.${name}`)}
        error={problem && problemInWords(problem, words)}
      >
        <NumberInput
          ids={ids}
          unit={unitInWords(unit, amounts[name], currencyCode, words)}
          isWhole={kind === "whole"}
          isInvalid={problem !== undefined}
          value={amounts[name]}
          placeholder={isOptional ? words.t("program.simulation.availablePlaceholder") : undefined}
          onChange={(event) => setAmount(name, event.target.value)}
        />
      </FieldFrame>
    </div>
  )
}
