import { container } from "@medusajs/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

const PACKAGE_NAME = "medusa-plugin-loyalty-points"

/** Whether the store leaves the hook slots to the plugin (option `registerHooks`, default true). */
export function hooksAreOurs(): boolean {
  const config = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  const plugin = (config.plugins ?? []).find(
    (entry) => typeof entry === "object" && entry.resolve === PACKAGE_NAME
  )
  const options = typeof plugin === "object" ? plugin.options : undefined
  return options?.registerHooks !== false
}
