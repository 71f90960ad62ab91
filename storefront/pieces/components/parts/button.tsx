import type { ReactNode, Ref } from "react"

interface ButtonProps {
  onPress: () => unknown
  children: ReactNode
  look?: "primary" | "secondary" | "quiet" | "done"
  /** Cannot be pressed now. The button keeps the focus, so that keyboard users keep their place. */
  isOff?: boolean
  /** The action is running. */
  isBusy?: boolean
  buttonRef?: Ref<HTMLButtonElement>
}

/** A button that, while busy or off, is announced as such and does nothing when pressed. */
export function Button(props: ButtonProps) {
  const { onPress, children, look = "secondary", isOff = false, isBusy = false, buttonRef } = props
  const isInert = isOff || isBusy
  return (
    <button
      type="button"
      ref={buttonRef}
      className={`loyalty-button loyalty-button-${look}`}
      aria-disabled={isInert}
      aria-busy={isBusy}
      onClick={() => {
        if (!isInert) {
          onPress()
        }
      }}
    >
      {children}
    </button>
  )
}
