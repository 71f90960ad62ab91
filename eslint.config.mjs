import { createRequire } from "node:module"
import medusa from "@medusajs/eslint-plugin"
import reactHooks from "eslint-plugin-react-hooks"
import tseslint from "typescript-eslint"

const require = createRequire(import.meta.url)
require("ts-node").register({ swc: true })
const { noEnvironment } = require("./scripts/lint/no-environment.ts")
const { pureDomain } = require("./scripts/lint/pure-domain.ts")

const TESTS = ["**/__tests__/**", "integration-tests/**"]
const TYPESCRIPT = ["**/*.{ts,tsx}"]
/** Code that runs in a browser. */
const SCREENS = ["admin/**/*.{ts,tsx}", "src/admin/**/*.{ts,tsx}", "storefront/**/*.{ts,tsx}"]

/** Medusa's blocks, without the one that hides every test from every rule. */
const medusaBlocks = medusa.configs.recommended.filter((block) => block.files || block.plugins)

/** Only what runs inside Medusa follows Medusa's conventions. */
const medusaRules = medusaBlocks.map((block) =>
  block.rules
    ? {
        ...block,
        ignores: [...(block.ignores ?? []), ...TESTS, ...SCREENS, "scripts/**", "src/domain/**"],
      }
    : block
)

export default tseslint.config(
  {
    ignores: ["**/node_modules/", ".medusa/", ".cache/", "coverage/", "public/", "static/"],
  },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  ...medusaRules,
  ...tseslint.configs.recommended,
  ...tseslint.configs.strict.map((block) => ({ ...block, files: TYPESCRIPT })),
  {
    files: TYPESCRIPT,
    languageOptions: {
      parserOptions: {
        project: ["./tsconfig.tools.json", "./tsconfig.browser.json"],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: false }],
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
      "@typescript-eslint/no-extraneous-class": "off",
      eqeqeq: ["error", "always"],
    },
  },
  { ...reactHooks.configs.flat.recommended, files: SCREENS },
  {
    // Ids are global in a store: ours have the plugin's prefix, which file names need not repeat.
    rules: {
      "@medusajs/step-id-kebab-case": "off",
      "@medusajs/workflow-id-matches-export-or-filename": "off",
    },
  },
  {
    files: TESTS.map((folder) => `${folder}/*.ts`),
    rules: { "@typescript-eslint/no-non-null-assertion": "off" },
  },
  noEnvironment,
  // Last, so that in the domain its rules override the others.
  pureDomain
)
