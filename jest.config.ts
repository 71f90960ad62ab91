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
} satisfies Config["projects"] extends (infer P)[] | undefined ? Partial<P> : never

/**
 * - `unit`: pure functions; needs nothing
 * - `ledger`: an empty PostgreSQL database for each file
 * - `http`: one running store that all files share
 * - `store`: stores of their own, booted inside the test or as processes that it may kill
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
        "<rootDir>/{admin,storefront}/**/__tests__/**/*.unit.spec.ts",
      ],
    },
    {
      ...shared,
      displayName: "ledger",
      testMatch: ["<rootDir>/integration-tests/{migrations,concurrency,ledger}/**/*.spec.ts"],
    },
    {
      ...shared,
      displayName: "http",
      testMatch: ["<rootDir>/integration-tests/http/**/*.spec.ts"],
    },
    {
      ...shared,
      displayName: "store",
      testMatch: ["<rootDir>/integration-tests/store/**/*.spec.ts"],
    },
    {
      ...shared,
      displayName: "browser",
      testMatch: ["<rootDir>/integration-tests/browser/**/*.spec.ts"],
    },
  ],
}

export default config
