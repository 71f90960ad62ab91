import { zodResolver } from "@hookform/resolvers/zod"
import { toast } from "@medusajs/ui"
import { useMemo } from "react"
import { FormProvider, useForm } from "react-hook-form"
import * as z from "zod"
import type { HttpLoyaltyQuote } from "../../src/types/http"
import { readPoints } from "../account/adjust/adjustment"
import { useText } from "../shared/locale"
import { errorKey } from "./error-key"
import { useApplyPoints } from "./use-draft-quote"

export { FormProvider as PointsFormProvider }

/** The form's values while it is being filled in: "1 500". */
export type PointsInput = { points: string }

/** The form for the points to use on a draft order; at most those the customer has. */
export function usePointsForm(draftId: string, { available, points_requested }: HttpLoyaltyQuote) {
  const t = useText()
  const schema = usePointsSchema(available)
  const form = useForm<PointsInput, unknown, { points: number }>({
    resolver: zodResolver(schema),
    defaultValues: { points: points_requested > 0 ? String(points_requested) : "" },
  })
  const { mutateAsync } = useApplyPoints(draftId)

  async function apply({ points }: { points: number }) {
    try {
      await mutateAsync(points)
      toast.success(t("draft.done"))
    } catch (error) {
      const { message } = error as Error
      const key = errorKey(message)
      form.setError("points", { message: key ? t(`draft.errors.${key}`) : message })
    }
  }

  return { form, submit: form.handleSubmit(apply) }
}

function usePointsSchema(available: number) {
  const t = useText()
  return useMemo(
    () =>
      z.object({
        points: z.string().transform((typed, context) => {
          const points = readPoints(typed)
          if (points !== null && points <= available) {
            return points
          }
          const key = points === null ? "wholeNumber" : "tooMany"
          context.addIssue({ code: "custom", message: t(`draft.errors.${key}`) })
          return z.NEVER
        }),
      }),
    [t, available]
  )
}
