import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { Actor } from "../../modules/loyalty-points/ledger/types"
import { emitProgramUpdated } from "../shared/events"
import { resolveLoyaltyPoints } from "../shared/loyalty-points"

type DeleteProgramWorkflowInput = { id: string; actor: Actor | null }

const deleteProgramStep = createStep(
  "loyalty-points-delete-program",
  async ({ id, actor }: DeleteProgramWorkflowInput, { container }) => {
    await resolveLoyaltyPoints(container).programs.delete(id, actor)
    await emitProgramUpdated(container, id)
    return new StepResponse(void 0)
  }
)

/**
 * Ends a program. Its versions stay, so that orders placed under it still settle under its rules.
 *
 * @throws NOT_FOUND
 * @example
 * await deleteLoyaltyProgramWorkflow(container).run({ input: { id: "lprog_01", actor: null } })
 */
export const deleteLoyaltyProgramWorkflow = createWorkflow(
  "loyalty-points-delete-program",
  (input: DeleteProgramWorkflowInput) => new WorkflowResponse(deleteProgramStep(input))
)
