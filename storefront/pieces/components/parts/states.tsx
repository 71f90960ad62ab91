import { useLoyaltyContext } from "../../context"
import { failureText } from "../../lib/phrases"
import { Button } from "./button"

/** Grey lines in place of loading content. */
export function Loading({ lines = 2 }: { lines?: number }) {
  const { texts } = useLoyaltyContext()
  return (
    <div className="loyalty-loading" role="status" aria-label={texts.say("loading")}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="loyalty-skeleton" />
      ))}
    </div>
  )
}

/** Says why something could not be loaded and offers to try again. */
export function LoadError({ error, onRetry }: { error: Error; onRetry: () => unknown }) {
  const { texts } = useLoyaltyContext()
  return (
    <div className="loyalty-notice loyalty-notice-error" role="alert">
      <p className="loyalty-notice-text">{failureText(error, texts)}</p>
      <Button look="quiet" onPress={onRetry}>
        {texts.say("retry")}
      </Button>
    </div>
  )
}
