import { Button, Text, toast } from "@medusajs/ui"
import type { HttpLoyaltyQuote } from "../../src/types/http"
import { useFormats, useText } from "../shared/locale"
import { errorKey } from "./error-key"
import { useApplyPoints } from "./use-draft-quote"

type AppliedPointsProps = { draftId: string; quote: HttpLoyaltyQuote }

/** The points on a draft, their discount, what is left to pay, and a button to remove them. */
export function AppliedPoints({ draftId, quote }: AppliedPointsProps) {
  const t = useText()
  const { money } = useFormats()
  const { points_applied, discount, order_total, currency_code } = quote
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <dl className="flex flex-col gap-y-3">
        <Figure name={t("draft.applied")} value={t("points", { count: points_applied })} />
        <Figure name={t("draft.discount")} value={money(discount, currency_code)} />
        <Figure name={t("draft.itemsAfter")} value={money(order_total - discount, currency_code)} />
      </dl>
      <Text size="small" className="text-ui-fg-subtle">
        {t(points_applied > 0 ? "draft.held" : "draft.waiting")}
      </Text>
      <RemoveButton draftId={draftId} />
    </div>
  )
}

export function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div className="txt-compact-small grid grid-cols-2 items-start gap-x-4">
      <dt className="text-ui-fg-subtle txt-compact-small-plus">{name}</dt>
      <dd className="text-right tabular-nums">{value}</dd>
    </div>
  )
}

function RemoveButton({ draftId }: { draftId: string }) {
  const t = useText()
  const { mutate, isPending } = useApplyPoints(draftId)
  const remove = () =>
    mutate(null, {
      onSuccess: () => toast.success(t("draft.removed")),
      onError: (error) => {
        const key = errorKey(error.message)
        toast.error(key ? t(`draft.errors.${key}`) : error.message)
      },
    })
  return (
    <div>
      <Button size="small" variant="secondary" isLoading={isPending} onClick={remove}>
        {t("draft.remove")}
      </Button>
    </div>
  )
}
