import { completeCartWorkflow } from "@medusajs/medusa/core-flows"

import { holdPointsOfCart, releasePointsOfCart } from "../checkout/completion-hook"
import { hooksAreOurs } from "./is-enabled"

if (hooksAreOurs()) {
  completeCartWorkflow.hooks.validate(holdPointsOfCart, releasePointsOfCart)
}
