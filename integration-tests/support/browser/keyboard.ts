import type { Page } from "./visit"

/** More stops than any page of the shop has. */
const MOST_STOPS = 80

/** Presses Tab until the focus is on the control of this name, as somebody without a mouse does. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press("Tab")
    if (name.test(await focusedName(page))) {
      return
    }
  }
  throw new Error(`Tab never reached a control named ${name}.`)
}

/** What a screen reader calls the control in focus, as far as labels and text tell. */
function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement
    const label = focused?.getAttribute("aria-label")
    const labels = focused instanceof HTMLInputElement ? [...(focused.labels ?? [])] : []
    const texts = labels.length > 0 ? labels : focused ? [focused] : []
    return (
      label ??
      texts
        .map((element) => element.textContent ?? "")
        .join(" ")
        .trim()
    )
  })
}
