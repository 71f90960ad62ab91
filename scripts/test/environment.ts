/**
 * What `npm test` tells the tests through their environment: the names of the variables.
 *
 * - `server`  the address of the PostgreSQL server's maintenance database
 * - `runFolder`  a folder for logs, removed at the end
 * - `template`  the name of a migrated store's database, to be copied
 * - `storeUrl`, `storeDatabase`  the running store of the HTTP tests and its database
 * - `clock`  the file that moves the shared store's clock
 * - `mailbox`  the file that the shared store's e-mails go to
 * - `redis`  the address of a Redis, or the program that starts one
 * - `inside`  the port on which a store tells what only code inside it can know
 * - `consumer`, `consumerLog`, `tarball`  the folder of a fresh store, its log, the packed plugin
 * - `demo`, `chromium`  the file that describes the demo store of the browser tests, and a browser
 */
const VARIABLES = {
  server: "LOYALTY_TEST_SERVER",
  runFolder: "LOYALTY_TEST_RUN_FOLDER",
  template: "LOYALTY_TEST_TEMPLATE",
  storeUrl: "LOYALTY_TEST_STORE_URL",
  storeDatabase: "LOYALTY_TEST_STORE_DATABASE",
  clock: "LOYALTY_TEST_CLOCK",
  mailbox: "LOYALTY_TEST_MAILBOX",
  redis: "LOYALTY_TEST_REDIS",
  inside: "LOYALTY_TEST_INSIDE_PORT",
  consumer: "LOYALTY_TEST_CONSUMER",
  consumerLog: "LOYALTY_TEST_CONSUMER_LOG",
  tarball: "LOYALTY_TEST_TARBALL",
  demo: "LOYALTY_TEST_DEMO",
  chromium: "LOYALTY_TEST_CHROMIUM",
} as const

/** The name of something that `npm test` tells the tests. */
export type Fact = keyof typeof VARIABLES

/** The merchant of every store in the tests. */
export const TEST_ADMIN = { email: "merchant@example.com", password: "merchant-of-the-tests" }

/** What signs the logins of every store in the tests. */
export const TEST_SECRETS = {
  JWT_SECRET: "jwt-secret-of-the-tests",
  COOKIE_SECRET: "cookie-secret-of-the-tests",
}

/** The settings of every store in the tests that nobody looks at. */
export const TEST_STORE_SETTINGS = {
  LOYALTY_TEST_STORE: "1",
  // Room for what a request leaves behind: collecting it less often is a twentieth of the time.
  NODE_OPTIONS: "--max-semi-space-size=64",
  ...TEST_SECRETS,
}

/** The settings of a store that also answers on its inside, on a port of its own. */
export function insideSettings(port: number): NodeJS.ProcessEnv {
  return tell({ inside: String(port) })
}

/** The variables that tell some facts. */
export function tell(facts: Partial<Record<Fact, string>>): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(facts).map(([fact, value]) => [VARIABLES[fact as Fact], value])
  )
}

/** A fact, if `npm test` told it. */
export const toldIfAny = (fact: Fact): string | undefined => process.env[VARIABLES[fact]]

/** A fact inside a test; it is missing when the test was not started by `npm test`. */
export function told(fact: Fact): string {
  const value = toldIfAny(fact)
  if (!value) {
    throw new Error(
      `${VARIABLES[fact]} is not set: run these tests with “npm test -- <stage> [pattern]”.`
    )
  }
  return value
}
