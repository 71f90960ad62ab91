/** What executes a command from the docs. */
export type Execution =
  /** A stage of `npm test` runs this very command. */
  | { stage: string }
  /** A test runs it; the file, from the root folder. */
  | { test: string }
  /** The workflow of pull requests runs it. */
  | { workflow: string }
  /** Nothing runs it automatically; the reason, and what comes closest. */
  | { byHand: string }

const CONSUMER = "integration-tests/consumer/fresh-store.spec.ts"

/** Each command of the docs, verbatim but without comments. curl commands have their own tests. */
export const COMMANDS: Record<string, Execution> = {
  "npm test": { workflow: ".github/workflows/pull-request.yml" },
  "npm start": { test: "integration-tests/browser" },
  "npm run check": {
    byHand: "it runs parts of `npm test`; scripts/check/__tests__ covers how it chooses them",
  },
  "npm run dev": {
    byHand: "it serves until it is stopped; integration-tests/store/dev.spec.ts runs its parts",
  },
  "npm run dev -- --fresh": { byHand: "it serves until it is stopped" },
  "npm run check -- --dry-run": { byHand: "what it prints depends on what has changed" },
  "npm run bench": { stage: "bench" },
  "npm run screenshots": { byHand: "it only takes pictures; `browser` visits the same screens" },
  "npm run package": { stage: "package" },
  "npm run openapi": { test: "scripts/openapi/__tests__/openapi.unit.spec.ts" },
  "npm run format": { byHand: "it writes what `lint` checks" },
  "npx medusa db:rollback loyalty_points": {
    byHand: "its function is run by integration-tests/migrations/up-and-down.spec.ts",
  },
  "npm install medusa-plugin-loyalty-points": { test: CONSUMER },
  "npx medusa db:migrate": { test: CONSUMER },
  "LOYALTY_CONSUMER_MEDUSA=2.16.0 npm test -- consumer": {
    byHand:
      "each version takes minutes to install; the stage without the variable is the same test",
  },
  "npx medusa start": { test: "integration-tests/scale-out" },
  'redis-cli -u "$REDIS_URL" ZRANGE bull:medusa-workflows-jobs:delayed 0 -1': {
    test: "integration-tests/support/scale-out/instances.ts",
  },
  "npx medusa develop": {
    byHand: "it serves until it is stopped; the consumer test starts a store",
  },
  "npm install medusa-plugin-loyalty-points @medusajs/js-sdk @medusajs/types": {
    byHand:
      "the Next.js test puts the built pieces where npm would; `package` installs the package",
  },
}
