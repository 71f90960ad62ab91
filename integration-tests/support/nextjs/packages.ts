import { writeFileSync } from "node:fs"
import path from "node:path"
import { cachedFolder } from "../../../scripts/lib/build-cache"
import { run } from "./run"

/** What a Next.js shop installs besides the plugin. */
export const SHOP_PACKAGES = {
  "@medusajs/js-sdk": "2.21.2",
  "@medusajs/types": "2.21.2",
  "@types/node": "20.19.43",
  "@types/react": "19.2.14",
  "@types/react-dom": "19.2.3",
  next: "16.4.6",
  react: "19.2.4",
  "react-dom": "19.2.4",
  typescript: "5.9.3",
}

/**
 * A folder whose `node_modules` has the shop's packages; installed once, then kept.
 *
 * @param key changes when the packages do
 */
export async function installedPackages(key: string): Promise<string> {
  return cachedFolder("nextjs", key, async (folder) => {
    const manifest = { name: "shop", private: true, dependencies: SHOP_PACKAGES }
    writeFileSync(path.join(folder, "package.json"), JSON.stringify(manifest))
    await run("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"], folder)
  })
}
