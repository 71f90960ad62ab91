import type { ExecArgs } from "@medusajs/framework/types"
import { sweepHoldsWorkflow } from "../../../src/workflows/holds/sweep-holds"

/** Run by `medusa exec`: what the plugin's job does every few minutes. */
export default async function sweep({ container }: ExecArgs): Promise<void> {
  await sweepHoldsWorkflow(container).run({ input: {} })
}
