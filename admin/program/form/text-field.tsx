import { Input } from "@medusajs/ui"
import { useFormContext } from "react-hook-form"

import { useText } from "../../shared/locale"
import type { FieldName } from "../fields"
import type { ProgramFormValues } from "../schema"
import { describedBy, FieldFrame, useFieldIds } from "./field-frame"

export function TextField({ name }: { name: FieldName }) {
  const t = useText()
  const ids = useFieldIds()
  const { register, getFieldState, formState } = useFormContext<ProgramFormValues>()
  const { error } = getFieldState(name, formState)
  return (
    <FieldFrame
      ids={ids}
      label={t(`program.fields.${name}.label`)}
      help={t(`program.fields.${name}.help`)}
      error={error?.message}
      isRequired
    >
      <Input
        {...register(name)}
        id={ids.control}
        required
        autoComplete="off"
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(ids)}
      />
    </FieldFrame>
  )
}
