import type { MedusaContainer } from "@medusajs/framework/types"
import { LOYALTY_POINTS_MODULE } from "../../../src/modules/loyalty-points/key"
import type LoyaltyPointsModuleService from "../../../src/modules/loyalty-points/service"
import { type MessageReport, MessageRun } from "../../../src/workflows/messages/message-run"
import { sendMessages } from "../../../src/workflows/outbox/send-messages"
import { greetingThrough } from "./greeting"
import { GREETING } from "./key"

const messagesOf = (container: MedusaContainer) =>
  container.resolve<LoyaltyPointsModuleService>(LOYALTY_POINTS_MODULE).messages

export async function greet(
  container: MedusaContainer,
  subject: { account_id: string; subject_id: string }
): Promise<boolean> {
  return (await messagesOf(container).put(GREETING, [subject])).length > 0
}

export function sendGreetings(
  container: MedusaContainer,
  { runs = 1, channel = "email" }: { runs?: number; channel?: string | null }
): Promise<MessageReport[]> {
  const kinds = [greetingThrough(channel)]
  return Promise.all(Array.from({ length: runs }, () => sendMessages(container, kinds)))
}

export async function tellAtOnce(container: MedusaContainer, runs: number): Promise<string[]> {
  const leasedUntil = new Date(Date.now() + 1000)
  const taken = await messagesOf(container).take({ kind: GREETING, limit: 10, leasedUntil })
  const run = await MessageRun.open(container, greetingThrough("email"))
  const told = taken.flatMap((message) =>
    Array.from({ length: runs }, () => run.send(message, new Map()))
  )
  return Promise.all(told)
}
