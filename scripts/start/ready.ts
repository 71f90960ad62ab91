import { say } from "../lib/output"
import type { DataFolder } from "./data-folder"
import type { Demo } from "./demo"

/** Prints where the demo store is and how to log in. */
export function announce(demo: Demo, data: DataFolder): void {
  const { admin, customer } = demo
  say("\nReady:")
  say(`  Demo shop        ${demo.storefront_url}`)
  say(`                   ${customer.email} / ${customer.password}`)
  say(`  Admin dashboard  ${demo.backend_url}/app`)
  say(`                   ${admin.email} / ${admin.password}`)
  say(`  Store API        ${demo.backend_url}/store (publishable key ${demo.publishable_key})`)
  say(`  All of this      ${data.file("demo.json")}`)
  say("Ctrl-C stops it; the data is kept.")
}
