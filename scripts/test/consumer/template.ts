import { readFileSync } from "node:fs"
import path from "node:path"
import { ROOT } from "../../lib/files"
import { Problem } from "../../lib/problem"

/** The files of a fresh store, but for its modules. */
export const TEMPLATE = path.join(ROOT, "integration-tests/consumer/store-template")

/** What the template's manifest says, as far as it matters here. */
interface Manifest {
  dependencies: Record<string, string>
}

const GIFT_CARDS = "@medusajs/loyalty-plugin"

/** The environment variable that names another Medusa than the template's. */
export const VERSION_VARIABLE = "LOYALTY_CONSUMER_MEDUSA"

/**
 * The manifest of a fresh store.
 *
 * Medusa's gift cards ask for exactly their own version of Medusa, and come out after it. The
 * template is on the newest version that has both, so that npm installs them without any flag or
 * override, as a merchant does. A store of another version has no gift cards.
 *
 * @param version of Medusa; left out: the template's
 */
export function manifestOf(version: string | undefined): string {
  const text = readFileSync(path.join(TEMPLATE, "package.json"), "utf8")
  if (version === undefined) {
    return text
  }
  if (!/^\d+\.\d+\.\d+$/.test(version)) {
    throw new Problem(`${VERSION_VARIABLE}=${version} is not a version. Write it as 2.21.1.`)
  }
  const manifest = JSON.parse(text) as Manifest
  const dependencies = Object.entries(manifest.dependencies)
    .filter(([name]) => name !== GIFT_CARDS)
    .map(([name, pinned]) => [name, name.startsWith("@medusajs/") ? version : pinned])
  return JSON.stringify({ ...manifest, dependencies: Object.fromEntries(dependencies) }, null, 2)
}
