import type { Linter } from "eslint"

const OPTIONS =
  "The plugin is configured only by its options: add one in src/modules/loyalty-points/options.ts."

/** Where the code that a store installs is. */
const SHIPPED = ["src", "admin", "storefront/pieces", "migrations"]

/** `process.env`, `globalThis.process.env`, `import.meta.env` and equivalents. */
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
