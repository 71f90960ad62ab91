import { createContext, useState, type FormEvent, type ReactNode } from "react"
import { useTexts } from "../i18n/language"
import { texts } from "../i18n/messages"
import { Notice } from "./states"
import { useAction } from "./use-action"

const TEXTS = texts({
  en: {
    valueMissing: "Please fill in this field.",
    typeMismatch: "This does not look like an e-mail address.",
    tooShort: "Please use at least {minimum} characters.",
    wrong: "Please check this field.",
    wait: "One moment…",
  },
  pl: {
    valueMissing: "Uzupełnij to pole.",
    typeMismatch: "To nie wygląda na adres e-mail.",
    tooShort: "Użyj co najmniej {minimum} znaków.",
    wrong: "Sprawdź to pole.",
    wait: "Chwileczkę…",
  },
})

/** The errors of a form's fields, by name. */
export const FieldErrors = createContext<Record<string, string>>({})

interface FormProps {
  submitLabel: string
  /** The button's label while the form is being submitted. */
  busyLabel?: string
  /** Receives the values by field name; if it throws, the reason is shown above the button. */
  onSubmit: (values: Record<string, string>) => Promise<void>
  /** Says why a submission failed; by default in the shop's general words. */
  explain?: (error: unknown) => string
  children: ReactNode
}

/** A form that checks its fields by their HTML constraints, in the shopper's language. */
export function Form({ submitLabel, busyLabel, onSubmit, explain, children }: FormProps) {
  const text = useTexts(TEXTS)
  const [complaints, setComplaints] = useState<Complaint[]>([])
  const { run, isBusy, failure } = useAction(explain)
  const errors = Object.fromEntries(
    complaints.map(({ field, kind, minimum }) => [field, text(kind, { minimum })])
  )

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const wrong = invalidFields(form)
    setComplaints(wrong.map(complaintOf))
    if (wrong[0]) {
      return wrong[0].focus()
    }
    await run(() => onSubmit(valuesOf(form)))
  }

  return (
    <FieldErrors.Provider value={errors}>
      <form className="form" noValidate onSubmit={(event) => void submit(event)}>
        {children}
        {failure && <Notice tone="bad">{failure}</Notice>}
        <button className="button" aria-disabled={isBusy}>
          {isBusy ? (busyLabel ?? text("wait")) : submitLabel}
        </button>
      </form>
    </FieldErrors.Provider>
  )
}

/** Stored as a kind rather than a text, so that it follows a change of language. */
interface Complaint {
  field: string
  kind: "valueMissing" | "typeMismatch" | "tooShort" | "wrong"
  minimum: number
}

const KINDS = ["valueMissing", "typeMismatch", "tooShort"] as const

function complaintOf({ name, validity, minLength }: HTMLInputElement): Complaint {
  const kind = KINDS.find((known) => validity[known]) ?? "wrong"
  return { field: name, kind, minimum: minLength }
}

function invalidFields(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>("input, select")].filter(
    (field) => !field.validity.valid
  )
}

/** Leading and trailing spaces are slips, except in a password. */
function valuesOf(form: HTMLFormElement): Record<string, string> {
  const values: Record<string, string> = {}
  new FormData(form).forEach((value, name) => {
    values[name] = name === "password" ? String(value) : String(value).trim()
  })
  return values
}
