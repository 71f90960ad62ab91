import type { Config } from "jest"

/** What every project shares: TypeScript through SWC, with TypeORM's decorators. */
const shared = {
  rootDir: __dirname,
  testEnvironment: "node",
  transform: {
    "^.+\\.tsx?$": [
      "@swc/jest",
      {
        jsc: {
          target: "es2022",
          keepClassNames: true,
          parser: { syntax: "typescript", decorators: true, tsx: false },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: "commonjs" },
      },
    ],
  },
  modulePathIgnorePatterns: ["<rootDir>/.medusa/"],
  // An ES module, which Jest cannot `require`.
  moduleNameMapper: { "^marked$": "<rootDir>/node_modules/marked/lib/marked.umd.js" },
} satisfies Config["projects"] extends (infer P)[] | undefined ? Partial<P> : never

/** Where every answer of a store is checked with the reference of the API. */
const checked = {
  ...shared,
  setupFiles: ["<rootDir>/integration-tests/support/reference.ts"],
}

/**
 * - `unit`: pure functions; needs nothing
 * - `ledger`: an empty PostgreSQL database for each file
 * - `http`: one running store that all files share
 * - `store`: stores of their own, booted inside the test or as processes that it may kill
 * - `scale-out`: servers and workers that share a database and a Redis
 * - `nextjs`: a Next.js shop of the quick start's own code, on the store of `http`
 * - `consumer`: a Medusa store outside this repository that installs the packed plugin
 * - `browser`: a running store with its dashboard and the demo shop, in Chromium
 */
const config: Config = {
  testTimeout: 120_000,
  projects: [
    {
      ...shared,
      displayName: "unit",
      testMatch: [
        "<rootDir>/src/**/__tests__/**/*.unit.spec.ts",
        "<rootDir>/scripts/**/__tests__/**/*.unit.spec.ts",
        "<rootDir>/integration-tests/support/**/__tests__/**/*.unit.spec.ts",
        "<rootDir>/integration-tests/docs/**/*.unit.spec.ts",
        "<rootDir>/{admin,storefront}/**/__tests__/**/*.unit.spec.ts",
      ],
    },
    {
      ...shared,
      displayName: "ledger",
      testMatch: ["<rootDir>/integration-tests/{migrations,concurrency,ledger}/**/*.spec.ts"],
    },
    {
      ...checked,
      displayName: "http",
      testMatch: ["<rootDir>/integration-tests/http/**/*.spec.ts"],
    },
    {
      ...checked,
      displayName: "store",
      testMatch: ["<rootDir>/integration-tests/store/**/*.spec.ts"],
    },
    {
      ...checked,
      displayName: "scale-out",
      testMatch: ["<rootDir>/integration-tests/scale-out/**/*.spec.ts"],
    },
    {
      ...shared,
      displayName: "nextjs",
      testMatch: ["<rootDir>/integration-tests/nextjs/**/*.spec.ts"],
    },
    {
      ...shared,
      displayName: "consumer",
      testMatch: ["<rootDir>/integration-tests/consumer/**/*.spec.ts"],
    },
    {
      ...checked,
      displayName: "browser",
      testMatch: ["<rootDir>/integration-tests/browser/**/*.spec.ts"],
    },
  ],
}

export default config
