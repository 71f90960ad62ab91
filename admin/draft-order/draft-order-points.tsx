import { useText } from "../shared/locale"
import { Section } from "../shared/section"
import { Empty, Unloaded } from "../shared/states"
import { AppliedPoints } from "./applied-points"
import { PointsForm } from "./points-form"
import { Reasons } from "./reasons"
import type { Draft } from "./shown-discount"
import { useDraftQuote } from "./use-draft-quote"

/** What a draft order's customer can pay with points, and a form to do so. */
export function DraftOrderPoints({ draft }: { draft: Draft }) {
  const t = useText()
  return (
    <Section title={t("draft.heading")}>
      {draft.customer?.has_account ? (
        <MembersDraft draft={draft} />
      ) : (
        <Empty title={t("draft.guest.title")}>{t("draft.guest.text")}</Empty>
      )}
    </Section>
  )
}

function MembersDraft({ draft }: { draft: Draft }) {
  const query = useDraftQuote(draft)
  const quote = query.data
  if (!quote) {
    return <Unloaded query={query} lines={4} />
  }
  return (
    <>
      {quote.points_requested > 0 && <AppliedPoints draftId={draft.id} quote={quote} />}
      {quote.eligible ? (
        <PointsForm key={quote.points_requested} draftId={draft.id} quote={quote} />
      ) : (
        <Reasons quote={quote} />
      )}
    </>
  )
}
