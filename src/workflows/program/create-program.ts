import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { Actor } from "../../modules/loyalty-points/ledger/types"
import type { CreateProgramInput } from "../../modules/loyalty-points/program/types"
import { emitProgramUpdated } from "../shared/events"
import { resolveLoyaltyPoints } from "../shared/loyalty-points"

const createProgramStep = createStep(
  "loyalty-points-create-program",
  async ({ actor, ...input }: CreateProgramInput & { actor: Actor | null }, { container }) => {
    const program = await resolveLoyaltyPoints(container).programs.create(input, actor)
    await emitProgramUpdated(container, program.id)
    return new StepResponse(program)
  }
)

/**
 * Sets up the program of a currency.
 *
 * @throws DUPLICATE_ERROR if the currency already has one
 * @example
 * const { result } = await createLoyaltyProgramWorkflow(container).run({
 *   input: { currency_code: "pln", name: "Points", rules: DEFAULT_RULES, actor: null },
 * })
 */
export const createLoyaltyProgramWorkflow = createWorkflow(
  "loyalty-points-create-program",
  (input: CreateProgramInput & { actor: Actor | null }) =>
    new WorkflowResponse(createProgramStep(input))
)
