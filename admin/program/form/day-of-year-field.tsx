import { Select } from "@medusajs/ui"
import { Controller, useFormContext } from "react-hook-form"

import {
  type DayOfYear,
  daysOfMonth,
  readDayOfYear,
  writeDayOfYear,
} from "../../../src/domain/fields/day-of-year"
import { monthInWords } from "../../fields/day-in-words"
import type { FieldName } from "../fields"
import type { ProgramFormValues } from "../schema"
import { useWords } from "../use-words"
import { describedBy, FieldFrame, useFieldIds } from "./field-frame"

/** Radix does not accept an empty value. */
const NONE = "none"
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)

/** A month, or none, and a day of it. */
export function DayOfYearField({ name }: { name: FieldName }) {
  const { t, language } = useWords()
  const ids = useFieldIds()
  const { control } = useFormContext<ProgramFormValues>()
  return (
    <Controller
      control={control}
      name={name}
      render={({ field: { ref, value, onChange, onBlur }, fieldState: { error } }) => {
        const chosen = readDayOfYear(String(value))
        return (
          <FieldFrame
            ids={ids}
            label={t(`program.fields.${name}.label`)}
            help={t(`program.fields.${name}.help`)}
            error={error?.message}
          >
            <div className="flex gap-x-2">
              <Select
                value={String(chosen?.month ?? NONE)}
                onValueChange={(month) => onChange(withMonth(chosen, month))}
              >
                <Select.Trigger
                  ref={ref}
                  id={ids.control}
                  onBlur={onBlur}
                  aria-describedby={describedBy(ids)}
                >
                  <Select.Value />
                </Select.Trigger>
                <Select.Content>
                  <Select.Item value={NONE}>{t(`program.fields.${name}.placeholder`)}</Select.Item>
                  {MONTHS.map((month) => (
                    <Select.Item key={month} value={String(month)}>
                      {monthInWords(month, language)}
                    </Select.Item>
                  ))}
                </Select.Content>
              </Select>
              {chosen && <DaySelect chosen={chosen} onChoose={onChange} />}
            </div>
          </FieldFrame>
        )
      }}
    />
  )
}

type DayProps = { chosen: DayOfYear; onChoose: (value: string) => void }

function DaySelect({ chosen, onChoose }: DayProps) {
  const { t } = useWords()
  const days = Array.from({ length: daysOfMonth(chosen.month) }, (_, index) => index + 1)
  return (
    <div className="w-20 shrink-0">
      <Select
        value={String(chosen.day)}
        onValueChange={(day) => onChoose(writeDayOfYear({ ...chosen, day: Number(day) }))}
      >
        <Select.Trigger aria-label={t("program.form.day")}>
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          {days.map((day) => (
            <Select.Item key={day} value={String(day)}>
              {day}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
    </div>
  )
}

/** The same day in another month; the last day initially, or if the month is shorter. */
function withMonth(chosen: DayOfYear | null, choice: string): string {
  if (choice === NONE) {
    return ""
  }
  const month = Number(choice)
  const last = daysOfMonth(month)
  return writeDayOfYear({ month, day: Math.min(chosen?.day ?? last, last) })
}
