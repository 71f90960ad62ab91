import { container } from "@medusajs/framework"
import { MedusaError } from "@medusajs/framework/utils"

import { leaveSlotsToStore } from "../../modules/loyalty-points/hook-slots"
import { LOYALTY_POINTS_MODULE } from "../../modules/loyalty-points/key"
import type LoyaltyPointsModuleService from "../../modules/loyalty-points/service"

type WithSlot = { hooks: { validate: unknown } }

/** What Medusa says to the second who registers. */
const TAKEN = /multiple hook handlers/i

/**
 * Registers the plugin's handlers at the slot `validate` of a workflow that is exported as `name`,
 * unless the option `registerHooks` leaves it to the store. Medusa allows one handler and loads the
 * files of plugins and store in no fixed order: whoever comes second meets an error that says what
 * to do.
 */
export function takeSlot(name: string, workflow: WithSlot, register: () => void): void {
  if (!registersHooks()) {
    leaveSlotsToStore()
    return
  }
  try {
    register()
  } catch (error) {
    throw TAKEN.test((error as Error).message) ? slotIsShared(name) : error
  }
  workflow.hooks.validate = () => {
    throw slotIsShared(name)
  }
}

/** The module's checked options tell, wherever the store has them; Medusa loads modules first. */
function registersHooks(): boolean {
  const service = container.resolve<LoyaltyPointsModuleService | undefined>(LOYALTY_POINTS_MODULE, {
    allowUnregistered: true,
  })
  return service?.options.registerHooks ?? false
}

function slotIsShared(name: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `medusa-plugin-loyalty-points: ${name}.hooks.validate has a handler of this plugin and one of your store or of another plugin, and Medusa allows one. Give the plugin the option registerHooks: false in medusa-config, which leaves both of its slots to you, and call its handlers from yours:
  updateCartPromotionsWorkflow.hooks.validate: import { refreshPointsOnCart, undoRefreshPointsOnCart } from "medusa-plugin-loyalty-points/hooks"
  completeCartWorkflow.hooks.validate: import { holdPointsOfCart, releasePointsOfCart } from "medusa-plugin-loyalty-points/hooks"
docs/hooks.md of the plugin's package shows both handlers in full.`
  )
}
