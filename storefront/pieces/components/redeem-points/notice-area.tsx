import { useLoyaltyContext } from "../../context"
import { Button } from "../parts/button"
import type { Notice } from "./notice"

/** Shows and announces the outcome of an action. Always rendered, because only then is it announced. */
export function NoticeArea({ notice, loginHref }: { notice: Notice | null; loginHref?: string }) {
  const { texts, formats } = useLoyaltyContext()
  return (
    <div className="loyalty-notices" aria-live="polite">
      {notice && (
        <div className={`loyalty-notice loyalty-notice-${notice.tone}`}>
          <p className="loyalty-notice-text">{notice.textIn({ texts, formats })}</p>
          {notice.retry && (
            <Button look="quiet" onPress={notice.retry}>
              {texts.say("retry")}
            </Button>
          )}
          {notice.needsLogin && loginHref && (
            <a className="loyalty-button loyalty-button-quiet" href={loginHref}>
              {texts.say("guestLogIn")}
            </a>
          )}
        </div>
      )}
    </div>
  )
}
