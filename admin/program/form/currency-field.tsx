import { Select } from "@medusajs/ui"
import { Controller, useFormContext } from "react-hook-form"

import { useText } from "../../shared/locale"
import type { ProgramFormValues } from "../schema"
import { describedBy, FieldFrame, useFieldIds } from "./field-frame"

/** The currency of a new program; only those without a program can be chosen. */
export function CurrencyField({ free }: { free: string[] }) {
  const t = useText()
  const ids = useFieldIds()
  const { control } = useFormContext<ProgramFormValues>()
  return (
    <Controller
      control={control}
      name="currency_code"
      render={({ field: { ref, value, onChange, onBlur } }) => (
        <FieldFrame
          ids={ids}
          label={t("program.fields.currency_code.label")}
          help={t("program.fields.currency_code.help")}
          isRequired
        >
          <Select value={value} onValueChange={onChange}>
            <Select.Trigger
              ref={ref}
              id={ids.control}
              onBlur={onBlur}
              aria-describedby={describedBy(ids)}
            >
              <Select.Value />
            </Select.Trigger>
            <Select.Content>
              {free.map((code) => (
                <Select.Item key={code} value={code}>
                  {code.toUpperCase()}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
        </FieldFrame>
      )}
    />
  )
}
