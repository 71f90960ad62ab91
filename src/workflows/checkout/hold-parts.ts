import type { MedusaContainer } from "@medusajs/framework/types"

import type { CheckoutPart, CompletingCart, HoldOutcome } from "./part"

/** What the compensation needs: what each part holds, in the order of holding. */
export type HeldParts = { part: string; held: unknown }[]

/** Why one part refuses to complete the cart as shown. */
export type Refusal = Extract<HoldOutcome, { status: "refused" }>

/** Either everything is held, or nothing is and some parts refuse. */
export type HoldResult = { held: HeldParts; refusals: Refusal[] }

/**
 * Has each part hold what it shows on the cart. All are asked, so that a shopper gets all reasons at
 * once; if one refuses or fails, what the others held is freed.
 */
export async function holdParts(
  parts: readonly CheckoutPart[],
  completing: CompletingCart
): Promise<HoldResult> {
  const held: HeldParts = []
  const refusals: Refusal[] = []
  try {
    for (const part of parts) {
      const outcome = await part.hold(completing)
      if (outcome.status === "held") {
        held.push({ part: part.key, held: outcome.held })
      } else if (outcome.status === "refused") {
        refusals.push(outcome)
      }
    }
  } catch (error) {
    await releaseParts(parts, held, completing.container)
    throw error
  }
  if (refusals.length > 0) {
    await releaseParts(parts, held, completing.container)
    return { held: [], refusals }
  }
  return { held, refusals }
}

/** Frees what parts hold, last one first. One that fails does not stop the others. */
export async function releaseParts(
  parts: readonly CheckoutPart[],
  held: HeldParts,
  container: MedusaContainer
): Promise<void> {
  const errors: unknown[] = []
  for (const { part: key, held: what } of [...held].reverse()) {
    const part = parts.find((one) => one.key === key)
    await part?.release(what, container).catch((error: unknown) => errors.push(error))
  }
  if (errors.length > 0) {
    throw errors[0]
  }
}
