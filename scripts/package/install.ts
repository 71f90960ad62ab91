import { cpSync, mkdirSync, symlinkSync, existsSync } from "node:fs"
import path from "node:path"
import { ROOT } from "../lib/files"
import type { Packed } from "./pack"

/** What a shop has that uses only the storefront pieces. */
const SHOP_HAS = ["react", "react-dom", "@types/react", "csstype", "@medusajs/types"]
/** What every TypeScript store has besides the plugin's dependencies and peers. */
const STORE_HAS = ["@types/node", "@types/react", "csstype"]

/** Where the packed plugin is installed for the checks. */
export function consumerFolders(folder: string): { store: string; shop: string } {
  return { store: path.join(folder, "store"), shop: path.join(folder, "shop") }
}

/**
 * Puts the tarball's files into a store that has the plugin's dependencies and peers, and into a shop
 * that has React, so that the plugin cannot resolve anything else there.
 */
export function installPacked({ manifest, files }: Packed, folder: string): void {
  const { store, shop } = consumerFolders(folder)
  const declared = [
    ...Object.keys(manifest.dependencies),
    ...Object.keys(manifest.peerDependencies),
  ]
  for (const [consumer, packages] of [
    [store, [...declared, ...STORE_HAS]],
    [shop, SHOP_HAS],
  ] as const) {
    packages.forEach((name) => link(name, consumer))
    const installed = path.join(consumer, "node_modules", manifest.name)
    files.forEach((file) => cpSync(path.join(ROOT, file), path.join(installed, file)))
  }
}

function link(name: string, consumer: string): void {
  const target = path.join(consumer, "node_modules", name)
  if (!existsSync(target)) {
    mkdirSync(path.dirname(target), { recursive: true })
    symlinkSync(path.join(ROOT, "node_modules", name), target, "junction")
  }
}
