import { readFileSync } from "node:fs"
import path from "node:path"
import { ROOT } from "../../lib/files"
import { Problem } from "../../lib/problem"

/** The files of a fresh store, but for its modules. */
export const TEMPLATE = path.join(ROOT, "integration-tests/consumer/store-template")

/** The relevant part of the template's manifest. */
interface Manifest {
  dependencies: Record<string, string>
}

const GIFT_CARDS = "@medusajs/loyalty-plugin"

/** The environment variable for another Medusa version than the template's. */
export const VERSION_VARIABLE = "LOYALTY_CONSUMER_MEDUSA"

/**
 * The manifest of a fresh store.
 *
 * Medusa's gift cards require exactly their own version of Medusa and are released after it. The
 * template uses the newest version that has both, so that npm needs no flags or overrides, as in a
 * merchant's store. A store with another version has no gift cards.
 *
 * @param version of Medusa; by default the template's
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
