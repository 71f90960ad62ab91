import { Hint, Label, Switch } from "@medusajs/ui"
import { Controller, useFormContext } from "react-hook-form"

import { useText } from "../../shared/locale"
import type { FieldName } from "../fields"
import type { ProgramFormValues } from "../schema"
import { useFieldIds } from "./field-frame"

export function SwitchField({ name }: { name: FieldName }) {
  const t = useText()
  const ids = useFieldIds()
  const { control } = useFormContext<ProgramFormValues>()
  return (
    <Controller
      control={control}
      name={name}
      render={({ field: { ref, value, onChange, onBlur } }) => (
        <div className="bg-ui-bg-component shadow-elevation-card-rest flex items-start gap-x-3 rounded-lg p-3 sm:col-span-2">
          <Switch
            ref={ref}
            id={ids.control}
            size="small"
            className="mt-0.5 shrink-0"
            checked={value === true}
            onCheckedChange={onChange}
            onBlur={onBlur}
            aria-describedby={ids.help}
          />
          <div className="flex flex-col gap-y-1">
            <Label htmlFor={ids.control} size="small" weight="plus">
              {t(`program.fields.${name}.label`)}
            </Label>
            <Hint id={ids.help} className="text-pretty">
              {t(`program.fields.${name}.help`)}
            </Hint>
          </div>
        </div>
      )}
    />
  )
}
