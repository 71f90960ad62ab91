import type { HttpClient } from "./http"

/** The merchant audits the ledger: nothing may be wrong with it. */
export async function expectCleanAudit(merchant: HttpClient): Promise<void> {
  const { audit } = await merchant.mustPost<{ audit: { violations: unknown[] } }>(
    "/admin/loyalty/audit"
  )
  expect(audit.violations).toEqual([])
}
