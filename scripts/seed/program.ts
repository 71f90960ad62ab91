import type { HttpClient } from "../lib/http"

/** The rules of the worked example. */
export const PLN_PROGRAM = {
  currency_code: "pln",
  name: "Points for złoty",
  is_enabled: true,
  points_per_currency_unit: 10,
  point_value: 0.01,
  minimum_balance: 5000,
  minimum_order_total: 400,
  maximum_discount: 500,
  validity_days: 365,
}

/** Creates a loyalty program unless its currency has one. */
export async function seedProgram(admin: HttpClient, program = PLN_PROGRAM): Promise<void> {
  const path = "/admin/loyalty/programs"
  const { loyalty_programs } = await admin.mustGet<{
    loyalty_programs: { currency_code: string }[]
  }>(path, { limit: 100 })
  if (!loyalty_programs.some(({ currency_code }) => currency_code === program.currency_code)) {
    await admin.mustPost(path, program)
  }
}
