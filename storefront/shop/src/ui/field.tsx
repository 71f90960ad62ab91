import { useContext, useId, type InputHTMLAttributes, type ReactNode } from "react"
import { useTexts } from "../i18n/language"
import { texts } from "../i18n/messages"
import { FieldErrors } from "./form"

const TEXTS = texts({ en: { optional: "optional" }, pl: { optional: "opcjonalnie" } })

type FieldProps = InputHTMLAttributes<HTMLInputElement> & { name: string; label: string }

/** A labelled text field of a form, with its error below. */
export function Field({ name, label, ...input }: FieldProps) {
  const text = useTexts(TEXTS)
  const { id, error, describedBy } = useFieldState(name)
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {!input.required && <span className="field-hint"> ({text("optional")})</span>}
      </label>
      <input {...input} id={id} name={name} aria-invalid={!!error} aria-describedby={describedBy} />
      <FieldError id={id} error={error} />
    </div>
  )
}

interface ChoiceProps {
  name: string
  label: string
  defaultValue?: string
  autoComplete?: string
  children: ReactNode
}

/** A labelled select of a form. */
export function Choice({ name, label, children, ...select }: ChoiceProps) {
  const { id, error, describedBy } = useFieldState(name)
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select {...select} id={id} name={name} aria-describedby={describedBy}>
        {children}
      </select>
      <FieldError id={id} error={error} />
    </div>
  )
}

function useFieldState(name: string) {
  const id = useId()
  const error = useContext(FieldErrors)[name]
  return { id, error, describedBy: error ? `${id}-error` : undefined }
}

function FieldError({ id, error }: { id: string; error: string | undefined }) {
  return error ? (
    <p className="field-error" id={`${id}-error`}>
      {error}
    </p>
  ) : null
}
