import { Prompt } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { useBlocker } from "react-router-dom"

import { useText } from "../../shared/locale"

/**
 * Keeps unsaved changes from being lost by closing the form, leaving the page or closing the browser
 * tab. `leave` closes at once if there are none.
 */
export function useLeaveGuard(hasChanges: boolean, onLeave: () => void) {
  const [isClosing, setIsClosing] = useState(false)
  const blocker = useBlocker(hasChanges)
  useEffect(() => {
    if (!hasChanges) {
      return
    }
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener("beforeunload", warn)
    return () => window.removeEventListener("beforeunload", warn)
  }, [hasChanges])
  return {
    isAsking: isClosing || blocker.state === "blocked",
    leave: () => (hasChanges ? setIsClosing(true) : onLeave()),
    stay: () => {
      setIsClosing(false)
      blocker.reset?.()
    },
    confirm: () => {
      blocker.proceed?.()
      onLeave()
    },
  }
}

type Props = { isAsking: boolean; stay: () => void; confirm: () => void }

/** Asks whether to discard unsaved changes. */
export function LeavePrompt({ isAsking, stay, confirm }: Props) {
  const t = useText()
  return (
    <Prompt open={isAsking} variant="confirmation" onOpenChange={(isOpen) => !isOpen && stay()}>
      <Prompt.Content>
        <Prompt.Header>
          <Prompt.Title>{t("program.form.unsaved.title")}</Prompt.Title>
          <Prompt.Description>{t("program.form.unsaved.description")}</Prompt.Description>
        </Prompt.Header>
        <Prompt.Footer>
          <Prompt.Cancel onClick={stay}>{t("program.form.unsaved.cancel")}</Prompt.Cancel>
          <Prompt.Action onClick={confirm}>{t("program.form.unsaved.confirm")}</Prompt.Action>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}
