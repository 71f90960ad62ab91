import { mkdirSync } from "node:fs"
import path from "node:path"
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type ConsoleMessage,
  type Page,
} from "playwright-core"
import { CHROMIUM_FLAGS } from "../../../scripts/lib/chromium"
import { ROOT } from "../../../scripts/lib/files"
import { testVariable } from "../../../scripts/test/environment"

export type { Page } from "playwright-core"

/** Long enough for a machine that does much else. */
const PATIENCE_MS = 45_000

/** Where a test that fails leaves what was to be seen. */
const FAILURES = path.join(ROOT, ".cache/browser-failures")

export const DESKTOP = { width: 1280, height: 900 }
export const PHONE = { width: 390, height: 844 }

/** The dashboard draws flags from a server on the internet, which the tests do without. */
const isElsewhere = ({ hostname }: URL): boolean => hostname !== "localhost"
const BLANK = '<svg xmlns="http://www.w3.org/2000/svg"/>'

/** How somebody looks at the shop or the dashboard. */
export interface VisitOptions extends BrowserContextOptions {
  /** Prepares the context before its first page, for instance with a login. */
  prepare?: (context: BrowserContext) => Promise<void>
  /** Requests that the test means to be refused. */
  refused?: RegExp
}

let browser: Promise<Browser> | undefined

/** The browser of this test file, started on the first call. */
export function sharedBrowser(): Promise<Browser> {
  return (browser ??= chromium.launch({
    executablePath: testVariable("chromium"),
    args: CHROMIUM_FLAGS,
  }))
}

afterAll(async () => {
  await (await browser)?.close()
})

/**
 * Opens a page in a context of its own, runs the visit, and insists that it left no error in the
 * console and no request failed. A visit that fails leaves a picture in `.cache/browser-failures`.
 */
export async function visit(
  { prepare, refused, ...options }: VisitOptions,
  work: (page: Page) => Promise<void>
): Promise<void> {
  const context = await (
    await sharedBrowser()
  ).newContext({ viewport: DESKTOP, locale: "en-US", ...options })
  context.setDefaultTimeout(PATIENCE_MS)
  await context.route(isElsewhere, (route) =>
    route.fulfill({ contentType: "image/svg+xml", body: BLANK })
  )
  const problems = watch(context, refused)
  try {
    await prepare?.(context)
    const page = await context.newPage()
    await work(page).catch(async (error: unknown) => {
      await picture(page)
      throw new Error(`${String(error)}\nSeen meanwhile: ${problems.join("\n") || "no errors"}`)
    })
  } finally {
    await context.close()
  }
  expect(problems).toEqual([])
}

/** Collects what went wrong on the context's pages, while it is used. */
function watch(context: BrowserContext, refused?: RegExp): string[] {
  const problems: string[] = []
  const isMeant = (url: string) => refused?.test(url) ?? false
  context.on("console", (message) => {
    if (message.type() === "error" && !isMeant(sourceOf(message))) {
      problems.push(`console: ${message.text()}`)
    }
  })
  context.on("weberror", (error) => problems.push(`page: ${String(error.error())}`))
  context.on("response", (response) => {
    if (response.status() >= 400 && !isMeant(response.url())) {
      problems.push(`${response.status()} ${response.request().method()} ${response.url()}`)
    }
  })
  context.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? ""
    // A page that is left, or a search that is typed on, gives up what it still waits for.
    if (reason !== "net::ERR_ABORTED") {
      problems.push(`${reason} ${request.method()} ${request.url()}`)
    }
  })
  return problems
}

const sourceOf = (message: ConsoleMessage): string => message.location().url

async function picture(page: Page): Promise<void> {
  mkdirSync(FAILURES, { recursive: true })
  const name = (expect.getState().currentTestName ?? "test").replace(/[^a-z0-9]+/gi, "-")
  await page.screenshot({ path: path.join(FAILURES, `${name}.png`), fullPage: true })
}
