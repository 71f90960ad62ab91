import type { ReactNode } from "react"

interface RadioOptionProps {
  name: string
  value: string
  isChosen: boolean
  children: ReactNode
}

/** One of several options in a form. */
export function RadioOption({ name, value, isChosen, children }: RadioOptionProps) {
  return (
    <label className="radio-option">
      <input type="radio" name={name} value={value} defaultChecked={isChosen} />
      {children}
    </label>
  )
}
