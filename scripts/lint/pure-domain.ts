import type { Linter } from "eslint"

/**
 * ESLint's rules for `src/domain`: it computes only from its arguments, imports only itself and decimal
 * arithmetic, and uses no clock, no randomness and no environment.
 */
const IMPORTS = "The domain imports only its own files and bignumber.js."
const CLOCK = "The domain reads no clock: take the time as an argument."
const CHANCE = "The domain is deterministic: take the value as an argument."
const OUTSIDE = "The domain does no input or output and waits for nothing."

/** Folders of the repository outside the domain, as a relative import reaches them. */
const OUTSIDE_FOLDERS =
  "admin|api|integration-tests|jobs|links|migrations|modules|scripts|src|storefront|subscribers|workflows"

const OUTSIDE_GLOBALS = [
  ...["process", "console", "require", "module", "global", "globalThis", "window", "document"],
  ...["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "localStorage", "sessionStorage"],
  ...["setTimeout", "setInterval", "setImmediate", "queueMicrotask"],
]

const restrictedGlobals = [
  ...OUTSIDE_GLOBALS.map((name) => ({ name, message: OUTSIDE })),
  { name: "performance", message: CLOCK },
  { name: "crypto", message: CHANCE },
]

const restrictedSyntax = [
  ["NewExpression[callee.name='Date'][arguments.length=0]", CLOCK],
  ["CallExpression[callee.name='Date']", CLOCK],
  ["MemberExpression[object.name='Date'][property.name='now']", CLOCK],
  ["MemberExpression[object.name='Date'][property.value='now']", CLOCK],
  ["MemberExpression[object.name='Math'][property.name='random']", CHANCE],
  ["MemberExpression[object.name='Math'][property.value='random']", CHANCE],
  ["VariableDeclarator[init.name=/^(Date|Math)$/]", "Use Date and Math by their names."],
  ["ImportExpression", IMPORTS],
  ["TSImportEqualsDeclaration", IMPORTS],
  ["TSImportType", IMPORTS],
].map(([selector, message]) => ({ selector, message }))

/** The configuration block to add to ESLint's flat configuration. */
export const pureDomain: Linter.Config = {
  files: ["src/domain/**/*.{ts,tsx}"],
  ignores: ["**/__tests__/**"],
  rules: {
    "no-restricted-globals": ["error", ...restrictedGlobals],
    "no-restricted-syntax": ["error", ...restrictedSyntax],
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          { regex: "^(?!\\.{1,2}/|bignumber\\.js$)", message: IMPORTS },
          { regex: `^(\\./)?(\\.\\./)+(${OUTSIDE_FOLDERS})(/|$)`, message: IMPORTS },
        ],
      },
    ],
  },
}
