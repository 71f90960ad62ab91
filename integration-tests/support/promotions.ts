import { randomUUID } from "node:crypto"
import type { HttpTypes } from "@medusajs/framework/types"
import type { TestMarket } from "./markets"

/** What a promotion gives. */
export interface PromotionPlan {
  type: "percentage" | "fixed"
  value: number
  /** Given without a code, to one customer's carts only: all specs share one store. */
  automaticFor?: string
  /** Whether a fixed amount is meant with tax. */
  isTaxInclusive?: boolean
  target?: "items" | "order" | "shipping_methods"
  /** Made up if it is not given. */
  code?: string
}

export interface TestPromotion {
  id: string
  code: string
  /** Ends it for everybody. */
  end(): Promise<void>
}

/** Makes a promotion with a code of its own. */
export async function makePromotion(
  { merchant, plan: market }: TestMarket,
  plan: PromotionPlan
): Promise<TestPromotion> {
  const code = plan.code ?? `CODE-${randomUUID()}`
  const target = plan.target ?? "items"
  const { promotion } = await merchant.mustPost<HttpTypes.AdminPromotionResponse>(
    "/admin/promotions",
    {
      code,
      type: "standard",
      status: "active",
      is_automatic: plan.automaticFor !== undefined,
      is_tax_inclusive: plan.isTaxInclusive ?? false,
      application_method: {
        type: plan.type,
        target_type: target,
        ...(target !== "order" && { allocation: "across" }),
        value: plan.value,
        currency_code: market.currencyCode,
      },
      rules: plan.automaticFor
        ? [{ attribute: "customer.id", operator: "eq", values: [plan.automaticFor] }]
        : [],
    }
  )
  const end = async () => {
    await merchant.delete(`/admin/promotions/${promotion.id}`)
  }
  return { id: promotion.id, code, end }
}
