import type { MedusaContainer } from "@medusajs/framework/types"

import { onlyOnce } from "../only-once"

describe("a job that only one instance of a store runs", () => {
  const inStore = (execute: (name: string, job: () => Promise<unknown>) => Promise<unknown>) =>
    ({ resolve: () => ({ execute }) }) as unknown as MedusaContainer
  const free = inStore((_, job) => job())

  it("runs under a lock with its name", async () => {
    const names: string[] = []
    const container = inStore((name, job) => {
      names.push(name)
      return job()
    })
    expect(await onlyOnce(container, "expire", async () => "done")).toBe("done")
    expect(names).toEqual(["expire"])
  })

  it("does not run while another instance is running it", async () => {
    const job = jest.fn()
    const taken = inStore(() => Promise.reject(new Error("Timed-out acquiring lock.")))
    expect(await onlyOnce(taken, "expire", job)).toBeNull()
    expect(job).not.toHaveBeenCalled()
  })

  it.each([
    ["the locking module fails", inStore(() => Promise.reject(new Error("connection refused")))],
    ["the job fails", free],
    [
      "a lock inside the job is not free",
      inStore((_, job) =>
        job().catch(() => Promise.reject(new Error("Timed-out acquiring lock.")))
      ),
    ],
  ])("throws when %s", async (_, container) => {
    const job = () => Promise.reject(new Error("no"))
    await expect(onlyOnce(container, "expire", job)).rejects.toThrow()
  })
})
