import { container } from "@medusajs/framework"
import { asValue } from "@medusajs/framework/awilix"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import * as coreFlows from "@medusajs/medusa/core-flows"

/**
 * A program: loads the plugin's hook files as a store does whose config has the plugin with the
 * options of the first argument, and prints what became of the slots.
 */
export type Slot = "missing" | "free" | "taken"

type Workflow = { hooks?: Record<string, (handler: () => void) => void> }

const FILES: Record<string, string> = {
  completeCartWorkflow: "complete-cart",
  updateCartPromotionsWorkflow: "update-cart-promotions",
}

/** A slot takes one handler: whether it has one is told by giving it another. */
function slotOf(workflow?: Workflow): Slot {
  const slot = workflow?.hooks?.validate
  if (typeof slot !== "function") {
    return "missing"
  }
  try {
    slot(() => undefined)
    return "free"
  } catch {
    return "taken"
  }
}

const workflows = coreFlows as unknown as Record<string, Workflow | undefined>

function main(options: object): void {
  const plugins = [{ resolve: "medusa-plugin-loyalty-points", options }]
  container.register(ContainerRegistrationKeys.CONFIG_MODULE, asValue({ plugins }))
  const slots = Object.entries(FILES).map(([name, file]) => {
    const workflow = workflows[name]
    if (workflow?.hooks?.validate) {
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- loading it registers
      require(`../../../src/workflows/hooks/${file}`)
    }
    return [name, slotOf(workflow)]
  })
  process.stdout.write(JSON.stringify(Object.fromEntries(slots)))
}

main(JSON.parse(process.argv[2] ?? "{}") as object)
