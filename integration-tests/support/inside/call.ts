/** Runs a function of `answers.ts` in a store's process; fails with the error that it met inside. */
export async function callInside<T>(port: string | number, name: string, input: unknown = {}) {
  const response = await fetch(`http://127.0.0.1:${port}/${name}`, {
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
