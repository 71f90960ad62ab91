import type { MedusaContainer } from "@medusajs/framework/types"
import { createMedusaContainer, Modules } from "@medusajs/framework/utils"

import { deliver, findDelivery } from "../notification"

type Row = { status: string; provider_id: string | null }

const NOTIFICATION = { to: "ewa@example.com", channel: "email", idempotency_key: "key_1" }

/** A store whose Notification module throws, and the notification row that it wrote. */
function storeWith({ row, fails = true }: { row?: Row; fails?: boolean }): MedusaContainer {
  const container = createMedusaContainer()
  const value = <T>(resolved: T) => ({ resolve: () => resolved })
  container.register({
    logger: value({ warn: () => undefined }),
    query: value({ graph: async () => ({ data: row ? [row] : [] }) }),
    [Modules.NOTIFICATION]: value({
      createNotifications: async () => {
        if (fails) {
          throw new Error("There is nobody at this address")
        }
      },
    }),
  })
  return container
}

describe("delivering a notification", () => {
  it("is done when the module says so", async () => {
    expect(await deliver(storeWith({ fails: false }), NOTIFICATION, "a test")).toBe("sent")
  })

  it.each<[what: string, row: Row | undefined, delivery: string]>([
    ["failed when the provider threw", { status: "failure", provider_id: "mail" }, "failed"],
    ["failed when the module did not get that far", undefined, "failed"],
    ["unsendable without a provider", { status: "failure", provider_id: null }, "unsendable"],
    ["sent when the module threw after it", { status: "success", provider_id: "mail" }, "sent"],
    ["sent when the outcome is unknown", { status: "pending", provider_id: "mail" }, "sent"],
  ])("%s", async (_, row, delivery) => {
    expect(await deliver(storeWith({ row }), NOTIFICATION, "a test")).toBe(delivery)
    expect(await findDelivery(storeWith({ row }), "key_1")).toBe(row ? delivery : null)
  })
})
