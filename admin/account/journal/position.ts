/**
 * The offset of the page that shows a transaction. A transaction's id ends with its number in the
 * account's journal, 1..n; the journal is shown from n down. An id without such a number gives the
 * first page.
 */
export function pageOffsetOf(transactionId: string, count: number, limit: number): number {
  const number = Number(/_(\d+)$/.exec(transactionId)?.[1])
  if (!Number.isSafeInteger(number) || number < 1 || number > count) {
    return 0
  }
  return Math.floor((count - number) / limit) * limit
}

/** The address of an account's page, at a transaction if one is named. */
export function accountPath(accountId: string, transactionId?: string): string {
  const query = transactionId ? `?${new URLSearchParams({ transaction: transactionId })}` : ""
  return `/loyalty/accounts/${accountId}${query}`
}
