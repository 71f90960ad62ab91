import { Input, Text } from "@medusajs/ui"
import { type ComponentPropsWithoutRef, forwardRef } from "react"

import { describedBy, type FieldIds } from "./field-frame"

type Props = Omit<ComponentPropsWithoutRef<typeof Input>, "size"> & {
  ids: FieldIds
  unit: string
  isWhole: boolean
  isInvalid: boolean
}

/** A number typed as text, in the language's notation, with its unit beside it. */
export const NumberInput = forwardRef<HTMLInputElement, Props>(function NumberInput(
  { ids, unit, isWhole, isInvalid, ...props },
  ref
) {
  return (
    <div className="flex items-center gap-x-2">
      <div className="min-w-0 flex-1">
        <Input
          {...props}
          ref={ref}
          id={ids.control}
          type="text"
          inputMode={isWhole ? "numeric" : "decimal"}
          autoComplete="off"
          aria-invalid={isInvalid}
          aria-describedby={describedBy(ids)}
        />
      </div>
      <Text size="small" leading="compact" id={ids.unit} className="text-ui-fg-subtle shrink-0">
        {unit}
      </Text>
    </div>
  )
})
