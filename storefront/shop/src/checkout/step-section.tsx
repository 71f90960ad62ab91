import { useEffect, useRef, type ReactNode } from "react"
import { useTexts } from "../i18n/language"
import { CHECKOUT } from "./messages"

interface StepSectionProps {
  title: string
  isOpen: boolean
  /** The choice, shown when the step is closed; none: the step is still to come. */
  chosen?: ReactNode
  onRevise?: () => void
  /** Whether the focus moves here when the step opens. */
  takesFocus?: boolean
  children: ReactNode
}

/** One step of the checkout: open, done (and open to change), or still to come. */
export function StepSection(props: StepSectionProps) {
  const { title, isOpen, chosen, onRevise, takesFocus = true, children } = props
  const text = useTexts(CHECKOUT)
  const heading = useFocusWhenOpened(isOpen && takesFocus)
  const state = isOpen ? "step-open" : chosen ? "step-done" : "step-later"
  return (
    <li className={`step ${state}`}>
      <div className="step-body">
        <div className="step-head">
          <h2 ref={heading} tabIndex={-1}>
            {title}
          </h2>
          {!isOpen && chosen && onRevise && (
            <button
              type="button"
              className="button-text"
              aria-label={text("changeStep", { step: title })}
              onClick={onRevise}
            >
              {text("change")}
            </button>
          )}
        </div>
        {isOpen ? children : <div className="step-chosen">{chosen}</div>}
      </div>
    </li>
  )
}

/** Moves the focus to the next step after one is finished; not when the page opens. */
function useFocusWhenOpened(isOpen: boolean) {
  const heading = useRef<HTMLHeadingElement>(null)
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    if (isOpen && !wasOpen.current) {
      heading.current?.focus()
    }
    wasOpen.current = isOpen
  }, [isOpen])
  return heading
}
