import { Hint, Label, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useText } from "./locale"

type ControlProps = {
  id: string
  "aria-labelledby": string
  "aria-describedby": string | undefined
  "aria-invalid": boolean
}

type FieldProps = {
  id: string
  label: string
  optional?: boolean
  hint?: string
  error?: string
  /** The control, which receives the props that tie it to its label, hint and error. */
  children: (props: ControlProps) => ReactNode
}

/** A control with its label, hint and error. */
export function Field({ id, label, optional = false, hint, error, children }: FieldProps) {
  const t = useText()
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  const describedBy = [hint && hintId, error && errorId].filter(Boolean).join(" ")
  return (
    <div className="flex flex-col gap-y-2">
      <div className="flex items-center gap-x-1">
        <Label id={`${id}-label`} htmlFor={id} size="small" weight="plus">
          {label}
        </Label>
        {optional && (
          <Text size="small" leading="compact" className="text-ui-fg-subtle">
            {t("account.adjust.optional")}
          </Text>
        )}
      </div>
      {children({
        id,
        "aria-labelledby": `${id}-label`,
        "aria-describedby": describedBy || undefined,
        "aria-invalid": Boolean(error),
      })}
      {hint && <Hint id={hintId}>{hint}</Hint>}
      {error && (
        <Hint id={errorId} variant="error" role="alert">
          {error}
        </Hint>
      )}
    </div>
  )
}
