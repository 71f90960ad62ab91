import { ExclamationCircle } from "@medusajs/icons"
import { Hint, Label } from "@medusajs/ui"
import { type ReactNode, useId } from "react"

/** Ids that tie a control to its label, help and error. */
export type FieldIds = { control: string; help: string; unit: string; notes: string }

export function useFieldIds(): FieldIds {
  const id = useId()
  return { control: id, help: `${id}-help`, unit: `${id}-unit`, notes: `${id}-notes` }
}

/** What a screen reader reads after a control's label. */
export function describedBy(ids: FieldIds): string {
  return `${ids.unit} ${ids.help} ${ids.notes}`
}

type Props = {
  ids: FieldIds
  label: string
  help?: string
  isRequired?: boolean
  error?: string
  warnings?: string[]
  children: ReactNode
}

/** A labelled control with its help, error and warnings. */
export function FieldFrame({ ids, label, help, isRequired, children, ...notes }: Props) {
  return (
    <div className="flex flex-col gap-y-2">
      <Label htmlFor={ids.control} size="small" weight="plus">
        {label}
        {isRequired && (
          <span aria-hidden className="text-ui-fg-error">
            {" *"}
          </span>
        )}
      </Label>
      {children}
      <FieldNotes id={ids.notes} {...notes} />
      {help && (
        <Hint id={ids.help} className="text-pretty">
          {help}
        </Hint>
      )}
    </div>
  )
}

type NotesProps = { id: string; error?: string; warnings?: string[] }

/** Announced as they come and go. */
function FieldNotes({ id, error, warnings = [] }: NotesProps) {
  return (
    <div id={id} aria-live="polite" className="flex flex-col gap-y-1 empty:-mt-2">
      {error && <Hint variant="error">{error}</Hint>}
      {!error && warnings.map((warning) => <WarningNote key={warning}>{warning}</WarningNote>)}
    </div>
  )
}

/** A warning about a value that is valid but makes little sense. */
export function WarningNote({ children }: { children: ReactNode }) {
  return (
    <div className="txt-small text-ui-tag-orange-text grid grid-cols-[20px_1fr] items-start gap-1">
      <div className="flex size-5 items-center justify-center">
        <ExclamationCircle aria-hidden />
      </div>
      <span className="text-pretty">{children}</span>
    </div>
  )
}
