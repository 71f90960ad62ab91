import { readFileSync } from "node:fs"
import { Problem } from "../lib/problem"
import type { Packed } from "./pack"

/**
 * Runs publint, including its suggestions.
 *
 * @throws Problem with its messages
 */
export async function checkPublint({ tarball }: Packed): Promise<void> {
  const { publint } = await import("publint")
  const { formatMessage } = await import("publint/utils")
  const { messages, pkg } = await publint({
    strict: true,
    pack: { tarball: new Uint8Array(readFileSync(tarball)).buffer },
  })
  if (messages.length > 0) {
    const texts = messages.map((message) => formatMessage(message, pkg, { color: false }))
    throw new Problem(`${texts.join("\n")}\nFix package.json: https://publint.dev/rules`)
  }
}
