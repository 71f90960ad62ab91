import type { LoaderOptions } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { asValue } from "@medusajs/framework/awilix"

import type { ConnectionLender } from "../database/borrowed-pool"
import { DATA_SOURCE, dataSourceOnPool } from "../database/data-source"
import { parseOptions } from "../options"

/** Validates the options and connects TypeORM to Medusa's own connection pool. */
export default async function connect({ container, options }: LoaderOptions): Promise<void> {
  const parsed = parseOptions(options)
  const lender = container.resolve<ConnectionLender>(ContainerRegistrationKeys.PG_CONNECTION)
  const dataSource = await dataSourceOnPool(lender).initialize()
  container.register({
    [DATA_SOURCE]: asValue(dataSource),
    loyaltyPointsOptions: asValue(parsed),
  })
}
