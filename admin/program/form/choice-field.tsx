import { Select } from "@medusajs/ui"
import { Controller, useFormContext } from "react-hook-form"

import { useText } from "../../shared/locale"
import type { FieldName, ProgramFieldOf } from "../fields"
import type { ProgramFormValues } from "../schema"
import { describedBy, FieldFrame, useFieldIds } from "./field-frame"

type Props = { name: FieldName; definition: ProgramFieldOf<"choice"> }

export function ChoiceField({ name, definition }: Props) {
  const t = useText()
  const ids = useFieldIds()
  const { control } = useFormContext<ProgramFormValues>()
  return (
    <Controller
      control={control}
      name={name}
      render={({ field: { ref, value, onChange, onBlur }, fieldState: { error } }) => (
        <FieldFrame
          ids={ids}
          label={t(`program.fields.${name}.label`)}
          help={t(`program.fields.${name}.help`)}
          error={error?.message}
        >
          <Select value={String(value)} onValueChange={onChange}>
            <Select.Trigger
              ref={ref}
              id={ids.control}
              onBlur={onBlur}
              aria-describedby={describedBy(ids)}
            >
              <Select.Value />
            </Select.Trigger>
            <Select.Content>
              {definition.options.map((value) => (
                <Select.Item key={value} value={value}>
                  {t(`program.fields.${name}.options.${value}`)}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
        </FieldFrame>
      )}
    />
  )
}
