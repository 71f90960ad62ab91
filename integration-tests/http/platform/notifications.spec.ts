import { randomUUID } from "node:crypto"
import { callModule, graphInside } from "../../support/inside/modules"
import { mailsTo } from "../../support/sent-mails"
import { pinned } from "../../support/platform/assumptions"

type Row = { status: string; provider_id: string | null }

describe("Medusa's notifications, as the plugin assumes them", () => {
  it("are sent once under one key, even at the same moment, and record their outcome", () =>
    pinned("notification-keys", async () => {
      const mail = notificationTo("ewa")
      await Promise.allSettled(Array.from({ length: 6 }, () => create(mail)))
      await create(mail)
      expect(mailsTo({ email: mail.to })).toHaveLength(1)
      expect(await rowsOf(mail)).toMatchObject([{ status: "success", provider_id: "test" }])

      const refused = notificationTo("undeliverable-1")
      await expect(create(refused)).rejects.toThrow("There is nobody at")
      expect(await rowsOf(refused)).toMatchObject([{ status: "failure", provider_id: "test" }])

      const unsendable = { ...notificationTo("ewa"), channel: "pigeon" }
      await expect(create(unsendable)).rejects.toThrow("pigeon")
      expect(await rowsOf(unsendable)).toMatchObject([{ status: "failure", provider_id: null }])
    }))

  const notificationTo = (name: string) => {
    const key = randomUUID()
    return { to: `${name}-${key}@example.com`, channel: "email", idempotency_key: key }
  }

  const create = (notification: object) =>
    callModule("notification", "createNotifications", [notification])

  const rowsOf = ({ idempotency_key }: { idempotency_key: string }) =>
    graphInside<Row>({
      entity: "notification",
      fields: ["status", "provider_id"],
      filters: { idempotency_key },
    })
})
