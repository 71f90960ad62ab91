import { useFormContext, useWatch } from "react-hook-form"

import type { FieldName, ProgramFieldOf } from "../fields"
import { unitInWords } from "../units"
import type { ProgramFormValues } from "../schema"
import { useWords } from "../use-words"
import { FieldFrame, useFieldIds } from "./field-frame"
import { NumberInput } from "./number-input"

type Props = {
  name: FieldName
  definition: ProgramFieldOf<"decimal" | "whole">
  warnings: FieldWarning[]
}
type FieldWarning = { text: string }

export function NumberField({ name, definition, warnings }: Props) {
  const words = useWords()
  const { t } = words
  const ids = useFieldIds()
  const { register, getFieldState, formState } = useFormContext<ProgramFormValues>()
  const [text, currencyCode] = useWatch<ProgramFormValues, [FieldName, "currency_code"]>({
    name: [name, "currency_code"],
  })
  const { error } = getFieldState(name, formState)
  const isOptional = definition.empty !== undefined
  return (
    <FieldFrame
      ids={ids}
      label={t(`program.fields.${name}.label`)}
      help={t(`program.fields.${name}.help`)}
      error={error?.message}
      warnings={warnings.map((warning) => warning.text)}
      isRequired={!isOptional}
    >
      <NumberInput
        {...register(name)}
        ids={ids}
        unit={unitInWords(definition.unit, String(text), currencyCode, words)}
        isWhole={definition.kind === "whole"}
        isInvalid={error !== undefined}
        required={!isOptional}
        placeholder={isOptional ? t(`program.fields.${name}.placeholder`) : undefined}
      />
    </FieldFrame>
  )
}
