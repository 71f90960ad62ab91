import { MedusaError } from "@medusajs/framework/utils"

import { underlyingError } from "../database/underlying-error"

/** `code` of the errors raised by the ledger, as shown by the API. */
export const LedgerErrorCode = {
  INSUFFICIENT_POINTS: "insufficient_points",
  IDEMPOTENCY_KEY_REUSED: "idempotency_key_reused",
  ACCOUNT_NOT_FOUND: "loyalty_account_not_found",
  INVALID_ARGUMENT: "invalid_ledger_argument",
  WRONG_REDEMPTION_STATUS: "wrong_redemption_status",
  SETTLEMENT_OUTDATED: "settlement_outdated",
  APPEND_ONLY: "ledger_append_only",
  ACCOUNT_CLOSED: "loyalty_account_closed",
  POINTS_HELD: "loyalty_points_held",
  BUSY: "loyalty_account_busy",
} as const
export type LedgerErrorCode = (typeof LedgerErrorCode)[keyof typeof LedgerErrorCode]

/** A ledger error with Medusa's error type; `detail` holds the numbers it mentions. */
export class LedgerError extends MedusaError {
  constructor(
    type: string,
    message: string,
    readonly ledger_code: LedgerErrorCode,
    readonly detail: Record<string, unknown> = {}
  ) {
    super(type, message, ledger_code)
  }
}

const { Types } = MedusaError

/** SQLSTATE → Medusa's type and our code. LP… are raised by the ledger's functions. */
const BY_SQLSTATE: Record<string, [type: string, code: LedgerErrorCode]> = {
  LP001: [Types.NOT_ALLOWED, LedgerErrorCode.INSUFFICIENT_POINTS],
  LP002: [Types.DUPLICATE_ERROR, LedgerErrorCode.IDEMPOTENCY_KEY_REUSED],
  LP003: [Types.NOT_FOUND, LedgerErrorCode.ACCOUNT_NOT_FOUND],
  LP004: [Types.INVALID_DATA, LedgerErrorCode.INVALID_ARGUMENT],
  LP005: [Types.NOT_ALLOWED, LedgerErrorCode.WRONG_REDEMPTION_STATUS],
  LP006: [Types.CONFLICT, LedgerErrorCode.SETTLEMENT_OUTDATED],
  LP007: [Types.NOT_ALLOWED, LedgerErrorCode.APPEND_ONLY],
  LP009: [Types.NOT_ALLOWED, LedgerErrorCode.ACCOUNT_CLOSED],
  LP010: [Types.NOT_ALLOWED, LedgerErrorCode.POINTS_HELD],
}

const LOCK_NOT_AVAILABLE = "55P03"

/** Translates a database error; unknown errors are returned unchanged. */
export function toLedgerError(error: unknown): unknown {
  const pgError = underlyingError(error)
  const known = BY_SQLSTATE[pgError.code ?? ""]
  if (known) {
    return new LedgerError(known[0], pgError.message, known[1], parseDetail(pgError.detail))
  }
  if (pgError.code === LOCK_NOT_AVAILABLE) {
    return new LedgerError(
      Types.CONFLICT,
      "Another operation is using this loyalty account; please try again",
      LedgerErrorCode.BUSY
    )
  }
  return error
}

export function isLedgerError(error: unknown, code: LedgerErrorCode): error is LedgerError {
  return error instanceof LedgerError && error.ledger_code === code
}

function parseDetail(detail: string | undefined): Record<string, unknown> {
  try {
    return JSON.parse(detail ?? "{}") as Record<string, unknown>
  } catch {
    return {}
  }
}
