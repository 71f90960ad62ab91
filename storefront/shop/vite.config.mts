import { readFileSync } from "node:fs"
import path from "node:path"
import react from "@vitejs/plugin-react"
import { defineConfig, type Connect, type Plugin } from "vite"
import type { DemoStore } from "../../scripts/seed/demo-store"
import { shopConfigOf } from "../../scripts/lib/shop-config"
import { readSettings } from "../../scripts/start/settings"

const root = import.meta.dirname
const repository = path.resolve(root, "../..")

/** `SHOP_CONFIG` as JSON; without it, the configuration of the demo store created by `npm start`. */
function readConfig(): string {
  const given = process.env.SHOP_CONFIG
  if (given) {
    return given
  }
  const demo = path.join(readSettings(process.env).dataDir, "demo.json")
  const store = JSON.parse(readFileSync(demo, "utf8")) as DemoStore & { backend_url: string }
  return JSON.stringify(shopConfigOf(store))
}

const answerConfig: Connect.NextHandleFunction = (_request, response) => {
  response.setHeader("content-type", "application/json")
  response.setHeader("cache-control", "no-store")
  response.end(readConfig())
}

/** Answers `/config.json`, in development and when the built shop is served. */
const runtimeConfig: Plugin = {
  name: "shop-config",
  configureServer: ({ middlewares }) => void middlewares.use("/config.json", answerConfig),
  configurePreviewServer: ({ middlewares }) => void middlewares.use("/config.json", answerConfig),
}

/** Paths are relative to the repository, wherever Vite is started from. */
export default defineConfig({
  root,
  cacheDir: path.join(repository, ".cache/shop/vite"),
  plugins: [react(), runtimeConfig],
  server: { host: "localhost", port: 8000 },
  preview: { host: "localhost" },
  build: { outDir: path.join(repository, ".cache/shop/dist"), emptyOutDir: true },
})
