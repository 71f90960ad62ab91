/** Has a store's process run an errand; fails with the error that it met inside. */
export async function runInside<T>(port: string | number, errand: string, input: unknown = {}) {
  const response = await fetch(`http://127.0.0.1:${port}/${errand}`, {
    method: "POST",
    headers: { connection: "close" },
    body: JSON.stringify(input),
  })
  const { result, error } = (await response.json()) as { result: T; error?: string }
  if (error !== undefined) {
    throw new Error(error)
  }
  return result
}
