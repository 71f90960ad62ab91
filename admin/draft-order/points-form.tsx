import { Button, Input } from "@medusajs/ui"
import { useFormContext } from "react-hook-form"
import type { HttpLoyaltyQuote } from "../../src/types/http"
import { Field } from "../shared/field"
import { useFormats, useText } from "../shared/locale"
import { Figure } from "./applied-points"
import { PointsFormProvider, type PointsInput, usePointsForm } from "./use-points-form"

type PointsFormProps = { draftId: string; quote: HttpLoyaltyQuote }

/** How many points there are, how many this draft takes, and how many to use. */
export function PointsForm({ draftId, quote }: PointsFormProps) {
  const t = useText()
  const { form, submit } = usePointsForm(draftId, quote)
  return (
    <PointsFormProvider {...form}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-y-4 px-6 py-4">
        <Limits quote={quote} />
        <PointsField most={quote.max_points} />
        <div>
          <Button type="submit" size="small" isLoading={form.formState.isSubmitting}>
            {t(quote.points_requested > 0 ? "draft.change" : "draft.apply")}
          </Button>
        </div>
      </form>
    </PointsFormProvider>
  )
}

function Limits({ quote }: { quote: HttpLoyaltyQuote }) {
  const t = useText()
  const { money } = useFormats()
  return (
    <dl className="flex flex-col gap-y-3">
      <Figure name={t("draft.available")} value={t("points", { count: quote.available })} />
      <Figure name={t("draft.atMost")} value={t("points", { count: quote.max_points })} />
      <Figure name={t("draft.worth")} value={money(quote.max_discount, quote.currency_code)} />
    </dl>
  )
}

function PointsField({ most }: { most: number }) {
  const t = useText()
  const { register, setValue, formState } = useFormContext<PointsInput>()
  const useAll = () => setValue("points", String(most), { shouldValidate: true })
  return (
    <Field
      id="loyalty-draft-points"
      label={t("draft.points")}
      error={formState.errors.points?.message}
    >
      {(props) => (
        <div className="flex items-center gap-x-2">
          <div className="flex-1">
            <Input {...props} {...register("points")} inputMode="numeric" autoComplete="off" />
          </div>
          <Button type="button" variant="secondary" onClick={useAll}>
            {t("draft.useAll")}
          </Button>
        </div>
      )}
    </Field>
  )
}
