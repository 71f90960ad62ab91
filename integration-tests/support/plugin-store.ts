import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs"
import path from "node:path"
import { ROOT } from "../../scripts/lib/files"
import { told } from "../../scripts/test/environment"

/** A store that has this repository's source installed as a plugin. */
export interface PluginStorePlan {
  /** The plugin's options, as JSON can write them. */
  options?: object
  /** Files of the store itself: their text by their path. */
  files?: Record<string, string>
  /** `module`: the store registers the module alone, without the plugin around it. */
  as?: "plugin" | "module"
}

const PLUGIN = "medusa-plugin-loyalty-points"

/**
 * Makes the folder of such a store and returns it. Medusa finds a package with the plugin's own
 * exports, which lead to its source instead of the built files: nothing has to be built.
 */
export function makePluginStore({ options = {}, files = {}, as = "plugin" }: PluginStorePlan = {}) {
  const folder = mkdtempSync(path.join(told("runFolder"), "plugin-store-"))
  const store = path.join(folder, "store")
  symlinkSync(path.join(ROOT, "node_modules"), path.join(folder, "node_modules"))
  installPlugin(path.join(store, "node_modules", PLUGIN))
  const all = {
    "package.json": JSON.stringify({ name: "store", dependencies: { "@medusajs/medusa": "*" } }),
    "tsconfig.json": JSON.stringify({ extends: path.join(ROOT, "tsconfig.json") }),
    "medusa-config.ts": as === "plugin" ? configWithPlugin(options) : configWithModule(options),
    ...files,
  }
  Object.entries(all).forEach(([file, text]) => write(path.join(store, file), text))
  return store
}

function installPlugin(folder: string): void {
  const manifest = readFileSync(path.join(ROOT, "package.json"), "utf8")
  write(
    path.join(folder, "package.json"),
    manifest.replace(/(\.medusa\/server\/src\/[^"]*)\.js"/g, '$1.ts"')
  )
  mkdirSync(path.join(folder, ".medusa/server"), { recursive: true })
  symlinkSync(path.join(ROOT, "src"), path.join(folder, ".medusa/server/src"))
}

const configWithPlugin = (options: object) =>
  configWith({ plugins: [{ resolve: PLUGIN, options }] })

const configWithModule = (options: object) =>
  configWith({ modules: [{ resolve: path.join(ROOT, "src/modules/loyalty-points"), options }] })

function configWith({ plugins = [], modules = [] }: { plugins?: object[]; modules?: object[] }) {
  const payments = {
    resolve: "@medusajs/medusa/payment",
    options: {
      providers: [{ resolve: path.join(__dirname, "test-payments"), id: "test" }],
    },
  }
  const config = { admin: { disable: true }, plugins, modules: [payments, ...modules] }
  return `import { defineConfig } from "@medusajs/framework/utils"

export default defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: "http://localhost",
      adminCors: "http://localhost",
      authCors: "http://localhost",
      jwtSecret: process.env.JWT_SECRET,
      cookieSecret: process.env.COOKIE_SECRET,
    },
  },
  ...${JSON.stringify(config)},
})
`
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
}
