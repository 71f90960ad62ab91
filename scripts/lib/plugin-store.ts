import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs"
import path from "node:path"
import { ROOT } from "./files"

/** A store that has this repository's source installed as a plugin. */
export interface PluginStorePlan {
  /** The plugin's options, limited to JSON. */
  options?: object
  /** The store's own files: text by path. */
  files?: Record<string, string>
  /** `module`: the store registers only the module, without the plugin. */
  as?: "plugin" | "module"
  /** More modules of the store, as its medusa-config names them. */
  modules?: object[]
}

const PLUGIN = "medusa-plugin-loyalty-points"

/**
 * Creates such a store inside an empty folder and returns its folder. Medusa finds a package with the
 * plugin's own exports, which point to its source instead of the built files, so nothing has to be
 * built. It uses `DATABASE_URL`, `JWT_SECRET` and `COOKIE_SECRET`.
 */
export function makePluginStore(folder: string, plan: PluginStorePlan = {}): string {
  const store = path.join(folder, "store")
  symlinkSync(path.join(ROOT, "node_modules"), path.join(folder, "node_modules"))
  installPlugin(path.join(store, "node_modules", PLUGIN))
  const all = {
    "package.json": JSON.stringify({ name: "store", dependencies: { "@medusajs/medusa": "*" } }),
    "tsconfig.json": JSON.stringify({ extends: path.join(ROOT, "tsconfig.json") }),
    "medusa-config.ts": configOf(plan),
    ...plan.files,
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

function configOf({ options = {}, as = "plugin", modules = [] }: PluginStorePlan): string {
  const isPlugin = as === "plugin"
  const module = { resolve: path.join(ROOT, "src/modules/loyalty-points"), options }
  const config = {
    admin: { disable: true },
    plugins: isPlugin ? [{ resolve: PLUGIN, options }] : [],
    modules: isPlugin ? modules : [...modules, module],
  }
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
