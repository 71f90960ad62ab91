import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { TestNotificationProvider } from "./provider"

/** A provider of e-mails for tests: who gets them is who decides whether they arrive. */
export default ModuleProvider(Modules.NOTIFICATION, { services: [TestNotificationProvider] })
