import type { Page } from "playwright-core"
import type { DemoData } from "./demo-data"

/** Takes a picture of what a page shows now. */
export type Snap = (name: string) => Promise<void>

/** Walks through screens and takes their pictures. */
export type Tour = (page: Page, data: DemoData, snap: Snap) => Promise<void>
