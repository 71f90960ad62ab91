import { clx } from "@medusajs/ui"
import type { Figure } from "./figures"

type FigureGridProps = { figures: Figure[]; className: string }

/** Figures side by side; `className` sets how many fit in a row. */
export function FigureGrid({ figures, className }: FigureGridProps) {
  return (
    <dl className={clx("grid grid-cols-2 gap-x-6 gap-y-5 px-6 py-5", className)}>
      {figures.map(({ name, value, notes = [] }) => (
        <div key={name} className="flex flex-col gap-y-1">
          <dt className="text-ui-fg-subtle txt-compact-small">{name}</dt>
          <dd>
            <span className="txt-compact-large-plus tabular-nums">{value}</span>
            <FigureNotes notes={notes} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

export function FigureNotes({ notes }: { notes: string[] }) {
  return notes.map((note) => (
    <span key={note} className="text-ui-fg-subtle txt-compact-small block pt-0.5">
      {note}
    </span>
  ))
}
