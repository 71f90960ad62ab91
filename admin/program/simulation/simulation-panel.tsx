import { Heading, Hint, InlineTip, Text } from "@medusajs/ui"
import { useId } from "react"

import { useText } from "../../shared/locale"
import { LoadError, Loading } from "../../shared/states"
import { AmountFields } from "./amount-fields"
import { SimulationAnswer } from "./simulation-answer"
import type { LiveSimulation } from "./use-live-simulation"

/** What the rules in the form mean for an example customer that the merchant can change. */
export function SimulationPanel({ simulation }: { simulation: LiveSimulation }) {
  const t = useText()
  const headingId = useId()
  return (
    <aside
      aria-labelledby={headingId}
      className="bg-ui-bg-subtle border-ui-border-base flex shrink-0 flex-col gap-y-6 border-t px-4 py-6 sm:px-8 lg:w-[420px] lg:overflow-y-auto lg:border-l lg:border-t-0"
    >
      <div>
        <Heading level="h2" id={headingId}>
          {t("program.simulation.title")}
        </Heading>
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {t("program.simulation.help")}
        </Text>
      </div>
      <AmountFields simulation={simulation} />
      <div aria-live="polite" className="flex flex-col gap-y-4">
        <Result simulation={simulation} />
      </div>
    </aside>
  )
}

function Result({ simulation }: { simulation: LiveSimulation }) {
  const t = useText()
  const { answer, error, isInvalid, isEnabled, retry } = simulation
  if (error && !isInvalid) {
    return (
      <div className="-mx-6">
        <LoadError error={error} onRetry={retry} />
      </div>
    )
  }
  if (!answer) {
    return isInvalid ? (
      <Hint>{t("program.simulation.invalidFirst")}</Hint>
    ) : (
      <div className="-mx-6">
        <Loading lines={5} />
      </div>
    )
  }
  return (
    <>
      {isInvalid && <Hint variant="error">{t("program.simulation.invalid")}</Hint>}
      <div role="group" aria-disabled={isInvalid} className={isInvalid ? "opacity-50" : undefined}>
        <SimulationAnswer answer={answer} warnings={simulation.warnings} />
      </div>
      {!isEnabled && (
        <InlineTip label={t("program.status.disabled")}>
          {t("program.simulation.disabled")}
        </InlineTip>
      )}
    </>
  )
}
