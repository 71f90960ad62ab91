import { mkdirSync, readFileSync, rmSync } from "node:fs"
import path from "node:path"
import { chromium, type Browser, type BrowserContextOptions } from "playwright-core"
import { CHROMIUM_FLAGS, findChromium } from "../lib/chromium"
import { closeChildren } from "../lib/children"
import { ROOT } from "../lib/files"
import { say, step } from "../lib/output"
import { supervise } from "../lib/shutdown"
import type { Demo } from "../start/demo"
import { TestResources } from "../test/resources"
import { tourOfDashboard } from "./dashboard-tour"
import { prepareDemoData, type DemoData } from "./demo-data"
import { guestTour, memberTour } from "./shop-tour"
import type { Tour } from "./tour"

const FOLDER = path.join(ROOT, ".cache/screenshots")

const DEVICES: Record<string, BrowserContextOptions> = {
  desktop: { viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
}

const TOURS: Record<string, Tour> = {
  guest: guestTour,
  member: memberTour,
  "admin-light": tourOfDashboard("light"),
  "admin-dark": tourOfDashboard("dark"),
}

/**
 * `npm run screenshots`: every screen, on a desktop and on a phone, into `.cache/screenshots`.
 *
 * `npm run screenshots -- admin-light-desktop` takes only pictures whose names start like that.
 */
export default function main(): Promise<never> {
  return supervise(async () => {
    const resources = new TestResources()
    process.once("exit", () => resources.remove())
    const demo = JSON.parse(readFileSync(await resources.demoStoreFile(), "utf8")) as Demo
    const data = await step("Preparing the demo store", () => prepareDemoData(demo))
    const browser = await chromium.launch({
      executablePath: await findChromium(),
      args: CHROMIUM_FLAGS,
    })
    rmSync(FOLDER, { recursive: true, force: true })
    mkdirSync(FOLDER, { recursive: true })
    for (const run of runsOf(process.argv[2] ?? "")) {
      await step(`Taking pictures: ${run.prefix}`, () => takePictures({ browser, data, ...run }))
    }
    await browser.close()
    await closeChildren()
    say(`The pictures are in ${path.relative(ROOT, FOLDER)}.`)
    return 0
  }, 130)
}

interface Run {
  options: BrowserContextOptions
  prefix: string
  tour: Tour
}

/** Each tour on each device, limited to pictures with the requested name prefix. */
function runsOf(wanted: string): Run[] {
  return Object.entries(TOURS)
    .flatMap(([name, tour]) =>
      Object.entries(DEVICES).map(([device, options]) => ({
        tour,
        options,
        prefix: `${name}-${device}`,
      }))
    )
    .filter(({ prefix }) => prefix.startsWith(wanted))
}

interface Setting {
  browser: Browser
  data: DemoData
}

async function takePictures({
  browser,
  options,
  prefix,
  tour,
  data,
}: Run & Setting): Promise<void> {
  const context = await browser.newContext({ locale: "en-US", ...options })
  const page = await context.newPage()
  await tour(page, data, async (name) => {
    await page.waitForLoadState("networkidle")
    await page.screenshot({
      path: path.join(FOLDER, `${prefix}-${name}.png`),
      fullPage: true,
      animations: "disabled",
    })
  })
  await context.close()
}
