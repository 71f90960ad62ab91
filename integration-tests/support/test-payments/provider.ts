import { setTimeout as sleep } from "node:timers/promises"
import {
  AbstractPaymentProvider,
  PaymentActions,
  PaymentSessionStatus,
} from "@medusajs/framework/utils"
import type {
  AuthorizePaymentInput,
  AuthorizePaymentOutput,
  InitiatePaymentInput,
  InitiatePaymentOutput,
  WebhookActionResult,
} from "@medusajs/framework/types"

/** What a test writes into a payment session's `data`. */
export interface TestPaymentData {
  /** What the bank answers; left out: the payment is authorized. */
  outcome?: "declined" | "requires_more"
  /** How long the bank thinks, in milliseconds: the time to do something meanwhile. */
  delay_ms?: number
}

/** Takes no money; answers what the session's data say (see {@link TestPaymentData}). */
export class TestPaymentProvider extends AbstractPaymentProvider {
  static override identifier = "test"

  // eslint-disable-next-line @typescript-eslint/no-useless-constructor -- the parent's is protected
  constructor(container: Record<string, unknown>, options: Record<string, unknown>) {
    super(container, options)
  }

  override async initiatePayment({ data }: InitiatePaymentInput): Promise<InitiatePaymentOutput> {
    return { id: "test-payment", data }
  }

  override async updatePayment({ data }: { data?: Record<string, unknown> }) {
    return { data }
  }

  override async authorizePayment({
    data = {},
  }: AuthorizePaymentInput): Promise<AuthorizePaymentOutput> {
    const { outcome, delay_ms = 0 } = data as TestPaymentData
    await sleep(delay_ms)
    switch (outcome) {
      case "declined":
        return { data, status: PaymentSessionStatus.ERROR }
      case "requires_more":
        return { data, status: PaymentSessionStatus.REQUIRES_MORE }
      default:
        return { data, status: PaymentSessionStatus.AUTHORIZED }
    }
  }

  override async getPaymentStatus() {
    return { status: PaymentSessionStatus.AUTHORIZED }
  }

  override async capturePayment({ data }: { data?: Record<string, unknown> }) {
    return { data }
  }

  override async refundPayment({ data }: { data?: Record<string, unknown> }) {
    return { data }
  }

  override async cancelPayment({ data }: { data?: Record<string, unknown> }) {
    return { data }
  }

  override async deletePayment({ data }: { data?: Record<string, unknown> }) {
    return { data }
  }

  override async retrievePayment({ data }: { data?: Record<string, unknown> }) {
    return { data }
  }

  override async getWebhookActionAndData(): Promise<WebhookActionResult> {
    return { action: PaymentActions.NOT_SUPPORTED }
  }
}
