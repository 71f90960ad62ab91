import { execFile } from "node:child_process"
import { writeFileSync } from "node:fs"
import path from "node:path"
import { promisify } from "node:util"
import { Problem } from "../lib/problem"
import { consumerFolders } from "./install"
import type { Packed } from "./pack"

/** Runs in a store: `./hooks` first, before anything else can register something. */
const IN_STORE = `
const { refreshPointsOnCart, holdPointsOfCart } = require("NAME/hooks")
const core = require("@medusajs/medusa/core-flows")
const { WorkflowManager } = require("@medusajs/framework/orchestration")
const ours = [...WorkflowManager.getWorkflows().keys()].filter((id) => id.startsWith("loyalty-points-"))
if (ours.length > 0) {
  throw new Error("Importing ./hooks registers the workflows " + ours)
}
core.updateCartPromotionsWorkflow.hooks.validate(refreshPointsOnCart)
core.completeCartWorkflow.hooks.validate(holdPointsOfCart)
for (const entry of ["workflows", "types", "modules/loyalty-points", ".medusa/server/src/modules/loyalty-points", "package.json"]) {
  if (Object.keys(require("NAME/" + entry)).length === 0) {
    throw new Error("./" + entry + " exports nothing")
  }
}
`

/** Runs in a shop that has React but no Medusa packages. */
const IN_SHOP = `
const { RedeemPoints, LoyaltyProvider } = await import("NAME/storefront")
if (!RedeemPoints || !LoyaltyProvider) {
  throw new Error("./storefront exports no RedeemPoints or LoyaltyProvider")
}
`

/**
 * Checks that the entries load where they are used, with declared packages only, and that a store that
 * imports `./hooks` finds the slots of both workflows free.
 *
 * @throws Problem with the first error
 */
export async function checkEntries({ manifest }: Packed, folder: string): Promise<void> {
  const { store, shop } = consumerFolders(folder)
  await Promise.all([
    load(path.join(store, "entries.cjs"), IN_STORE, manifest.name),
    load(path.join(shop, "entries.mjs"), IN_SHOP, manifest.name),
  ])
}

async function load(file: string, code: string, name: string): Promise<void> {
  writeFileSync(file, code.replaceAll("NAME", name))
  const env = { ...process.env, NODE_ENV: "production" }
  const options = { cwd: path.dirname(file), env }
  await promisify(execFile)(process.execPath, [file], options).catch(
    ({ stderr }: { stderr: string }) => {
      throw new Problem(
        `${stderr}\nAn entry may import only declared packages, and ./hooks must register nothing.`
      )
    }
  )
}
