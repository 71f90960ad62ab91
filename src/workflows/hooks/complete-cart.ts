import { completeCartWorkflow } from "@medusajs/medusa/core-flows"

import { holdPointsOfCart, releasePointsOfCart } from "../checkout/completion-hook"
import { takeSlot } from "./take-slot"

takeSlot("completeCartWorkflow", completeCartWorkflow, () =>
  completeCartWorkflow.hooks.validate(holdPointsOfCart, releasePointsOfCart)
)
