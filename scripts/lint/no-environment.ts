import type { Linter } from "eslint"

const OPTIONS =
  "What the plugin does depends on its options alone: add one in src/modules/loyalty-points/options.ts."

/** Where the code is that a store installs. */
const SHIPPED = ["src", "admin", "storefront/pieces", "migrations"]

/** `process.env`, `globalThis.process.env`, `import.meta.env` and other ways to the same. */
const WAYS = [
  "MemberExpression[object.name='process'][property.name='env']",
  "MemberExpression[object.name='process'][property.value='env']",
  "MemberExpression[object.property.name='process'][property.name='env']",
  "MemberExpression[object.type='MetaProperty'][property.name='env']",
  "VariableDeclarator[init.name='process']",
  "ImportDeclaration[source.value=/^(node:)?process$/]",
]

/** ESLint's rules for what is shipped: it reads no environment variables. */
export const noEnvironment: Linter.Config = {
  files: SHIPPED.map((folder) => `${folder}/**/*.{ts,tsx}`),
  ignores: ["**/__tests__/**"],
  rules: {
    "no-restricted-syntax": ["error", ...WAYS.map((selector) => ({ selector, message: OPTIONS }))],
  },
}
