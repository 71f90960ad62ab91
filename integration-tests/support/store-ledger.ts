import { dataSourceOnUrl } from "../../src/modules/loyalty-points/database/data-source"
import { sharedStoreDatabase } from "./http"
import { storesOn } from "./ledger"

type Stores = ReturnType<typeof storesOn>

/** Works on the shared store's ledger directly, at any time that the caller names. */
export async function onStoreLedger<T>(work: (stores: Stores) => Promise<T>): Promise<T> {
  const dataSource = dataSourceOnUrl({ clientUrl: sharedStoreDatabase() }, 1)
  await dataSource.initialize()
  try {
    return await work(storesOn(dataSource))
  } finally {
    await dataSource.destroy()
  }
}
