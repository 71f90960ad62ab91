import { existsSync } from "node:fs"
import { Problem } from "./problem"

/** Where the system's own Chrome or Chromium may be, when none comes from the registry. */
const SYSTEM_BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
]

/**
 * The executable of a Chromium: that of `CHROME_PATH`, the one from the npm registry (Linux on x64
 * only), or the system's own.
 */
export async function findChromium(): Promise<string> {
  const known = [process.env.CHROME_PATH ?? "", ...(hasPackage() ? [] : SYSTEM_BROWSERS)]
  const found = known.find((file) => file !== "" && existsSync(file))
  if (found) {
    return found
  }
  if (!hasPackage()) {
    throw new Problem("There is no Chrome. Install one, or name its executable with CHROME_PATH.")
  }
  const { default: chromium } = await import("@sparticuz/chromium")
  return chromium.executablePath()
}

const hasPackage = (): boolean => process.platform === "linux" && process.arch === "x64"

/** Headless, and without a desktop browser's background requests. */
export const CHROMIUM_FLAGS = [
  "--headless=shell",
  "--no-sandbox",
  "--no-zygote",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
]
