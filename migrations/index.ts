import { CreatePrograms1795219200001 } from "./1795219200001-create-programs"
import { CreateLedger1795219200002 } from "./1795219200002-create-ledger"
import { CreateLedgerFunctions1795219200003 } from "./1795219200003-create-ledger-functions"

/** Every migration of the module, oldest first. Never change one that was released. */
export const migrations = [
  CreatePrograms1795219200001,
  CreateLedger1795219200002,
  CreateLedgerFunctions1795219200003,
]
