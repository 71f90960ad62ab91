import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { TestPaymentProvider } from "./provider"

/** A payment provider for tests, `pp_test_test`: what it answers stands in the session's data. */
export default ModuleProvider(Modules.PAYMENT, { services: [TestPaymentProvider] })
