import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { Actor } from "../../modules/loyalty-points/ledger/types"
import type { UpdateProgramInput } from "../../modules/loyalty-points/program/types"
import { emitProgramUpdated } from "../shared/events"
import { resolveLoyaltyPoints } from "../shared/loyalty-points"

export type UpdateProgramWorkflowInput = UpdateProgramInput & { id: string; actor: Actor | null }

const updateProgramStep = createStep(
  "loyalty-points-update-program",
  async ({ id, actor, ...input }: UpdateProgramWorkflowInput, { container }) => {
    const { program, changes } = await resolveLoyaltyPoints(container).programs.update(
      id,
      input,
      actor
    )
    if (Object.keys(changes).length > 0) {
      await emitProgramUpdated(container, id)
    }
    return new StepResponse(program)
  }
)

/**
 * Changes a program's rules: a new version, unless nothing changes.
 *
 * @throws NOT_FOUND
 * @example
 * await updateLoyaltyProgramWorkflow(container).run({
 *   input: { id: "lprog_01", rules: { is_enabled: false }, actor: null },
 * })
 */
export const updateLoyaltyProgramWorkflow = createWorkflow(
  "loyalty-points-update-program",
  (input: UpdateProgramWorkflowInput) => new WorkflowResponse(updateProgramStep(input))
)
