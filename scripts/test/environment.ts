/**
 * The environment variables through which `npm test` passes settings to the tests.
 *
 * - `server`  the address of the PostgreSQL server's maintenance database
 * - `runFolder`  a folder for logs, removed at the end
 * - `template`  the name of a migrated store's database, to be copied
 * - `storeUrl`, `storeDatabase`  the running store of the HTTP tests and its database
 * - `clock`  the file that moves the shared store's clock
 * - `sentMails`  the file that the shared store's e-mails go to
 * - `redis`  the address of a Redis, or the program that starts one
 * - `inside`  the port on which a test store runs functions inside its own process
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
  sentMails: "LOYALTY_TEST_SENT_MAILS",
  redis: "LOYALTY_TEST_REDIS",
  inside: "LOYALTY_TEST_INSIDE_PORT",
  consumer: "LOYALTY_TEST_CONSUMER",
  consumerLog: "LOYALTY_TEST_CONSUMER_LOG",
  tarball: "LOYALTY_TEST_TARBALL",
  demo: "LOYALTY_TEST_DEMO",
  chromium: "LOYALTY_TEST_CHROMIUM",
} as const

/** A setting that `npm test` passes to the tests. */
export type TestVariable = keyof typeof VARIABLES

/** The merchant of every store in the tests. */
export const TEST_ADMIN = { email: "merchant@example.com", password: "merchant-of-the-tests" }

/** The secrets that sign logins in every store in the tests. */
export const TEST_SECRETS = {
  JWT_SECRET: "jwt-secret-of-the-tests",
  COOKIE_SECRET: "cookie-secret-of-the-tests",
}

/** The settings of every store in the tests without a browser. */
export const TEST_STORE_SETTINGS = {
  LOYALTY_TEST_STORE: "1",
  // Space for garbage left by requests: collecting it less often saves a twentieth of the time.
  NODE_OPTIONS: "--max-semi-space-size=64",
  ...TEST_SECRETS,
}

/** The settings of a store that also runs functions inside its process, on a separate port. */
export function insideSettings(port: number): NodeJS.ProcessEnv {
  return testVariables({ inside: String(port) })
}

/** The environment variables for some settings. */
export function testVariables(values: Partial<Record<TestVariable, string>>): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [VARIABLES[name as TestVariable], value])
  )
}

/** A setting, if `npm test` passed it. */
export const testVariableIfSet = (name: TestVariable): string | undefined =>
  process.env[VARIABLES[name]]

/** A setting inside a test; throws if the test was not started by `npm test`. */
export function testVariable(name: TestVariable): string {
  const value = testVariableIfSet(name)
  if (!value) {
    throw new Error(
      `${VARIABLES[name]} is not set: run these tests with “npm test -- <stage> [pattern]”.`
    )
  }
  return value
}
