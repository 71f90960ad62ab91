import { mkdirSync, readFileSync, rmSync } from "node:fs"
import path from "node:path"
import { chromium, type Browser, type BrowserContextOptions } from "playwright-core"
import { CHROMIUM_FLAGS, findChromium } from "../lib/chromium"
import { closeChildren } from "../lib/children"
import { ROOT } from "../lib/files"
import { say, step } from "../lib/output"
import { supervise } from "../lib/shutdown"
import type { Demo } from "../start/demo"
import { Workshop } from "../test/workshop"
import { tourOfDashboard } from "./dashboard-tour"
import { prepareScenes, type Scenes } from "./scenes"
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
 * `npm run screenshots -- admin-light-desktop` makes only pictures whose names begin so.
 */
export default function main(): Promise<never> {
  return supervise(async () => {
    const workshop = new Workshop()
    process.once("exit", () => workshop.remove())
    const demo = JSON.parse(readFileSync(await workshop.showroomFile(), "utf8")) as Demo
    const scenes = await step("Setting the scenes", () => prepareScenes(demo))
    const browser = await chromium.launch({
      executablePath: await findChromium(),
      args: CHROMIUM_FLAGS,
    })
    rmSync(FOLDER, { recursive: true, force: true })
    mkdirSync(FOLDER, { recursive: true })
    for (const trip of tripsOf(process.argv[2] ?? "")) {
      await step(`Looking around: ${trip.prefix}`, () => takePictures({ browser, scenes, ...trip }))
    }
    await browser.close()
    await closeChildren()
    say(`The pictures are in ${path.relative(ROOT, FOLDER)}.`)
    return 0
  }, 130)
}

interface Trip {
  options: BrowserContextOptions
  prefix: string
  tour: Tour
}

/** Each tour on each device, as far as the pictures' names begin as wanted. */
function tripsOf(wanted: string): Trip[] {
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
  scenes: Scenes
}

async function takePictures({
  browser,
  options,
  prefix,
  tour,
  scenes,
}: Trip & Setting): Promise<void> {
  const context = await browser.newContext({ locale: "en-US", ...options })
  const page = await context.newPage()
  await tour(page, scenes, async (name) => {
    await page.waitForLoadState("networkidle")
    await page.screenshot({
      path: path.join(FOLDER, `${prefix}-${name}.png`),
      fullPage: true,
      animations: "disabled",
    })
  })
  await context.close()
}
