import { mkdtempSync } from "node:fs"
import path from "node:path"
import {
  makePluginStore as makeStore,
  type PluginStorePlan as StorePlan,
} from "../../scripts/lib/plugin-store"
import { testVariable } from "../../scripts/test/environment"

/** A store of one test that has this repository's source installed as a plugin. */
export type PluginStorePlan = Omit<StorePlan, "modules">

const TEST_PAYMENTS = {
  resolve: "@medusajs/medusa/payment",
  options: { providers: [{ resolve: path.join(__dirname, "test-payments"), id: "test" }] },
}

/** Makes the folder of such a store, which takes the payments of the tests, and returns it. */
export function makePluginStore(plan: PluginStorePlan = {}): string {
  const folder = mkdtempSync(path.join(testVariable("runFolder"), "plugin-store-"))
  return makeStore(folder, { ...plan, modules: [TEST_PAYMENTS] })
}
