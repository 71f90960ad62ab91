import { Label, RadioGroup } from "@medusajs/ui"
import { Controller, useFormContext } from "react-hook-form"
import { useText } from "../../shared/locale"
import type { AdjustmentInput } from "./adjustment"

const DIRECTIONS = ["add", "take"] as const

/** Whether points are added or taken. */
export function AdjustDirection() {
  const t = useText()
  const { control, formState, trigger } = useFormContext<AdjustmentInput>()

  /** Whether a number of points is valid depends on the direction. */
  const checkPoints = () => formState.dirtyFields.points && trigger("points")

  return (
    <Controller
      control={control}
      name="direction"
      render={({ field: { value, onChange } }) => (
        <RadioGroup
          value={value}
          onValueChange={(direction) => {
            onChange(direction)
            void checkPoints()
          }}
          aria-label={t("account.adjust.direction")}
          className="flex flex-wrap gap-x-6"
        >
          {DIRECTIONS.map((direction) => (
            <div key={direction} className="flex items-center gap-x-2">
              <RadioGroup.Item value={direction} id={`loyalty-adjust-${direction}`} />
              <Label htmlFor={`loyalty-adjust-${direction}`} size="small">
                {t(`account.adjust.${direction}`)}
              </Label>
            </div>
          ))}
        </RadioGroup>
      )}
    />
  )
}
