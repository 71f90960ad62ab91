import { createInTurn } from "../lib/in-turn"
import { Resources } from "../lib/resources"

const KEY = "cus_1/account"

/** A loader that the test answers by hand, in any order. */
function byHand() {
  const asked: { answer(data: string): void; fail(): void }[] = []
  const load = () =>
    new Promise<string>((resolve, reject) => {
      asked.push({ answer: resolve, fail: () => reject(new Error("offline")) })
    })
  return { asked, load }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

describe("resources", () => {
  it("send one request for all watchers of a key", async () => {
    const resources = new Resources()
    const { asked, load } = byHand()
    const seen: string[] = []
    resources.watch(KEY, load, () => seen.push("first"))
    resources.watch(KEY, load, () => seen.push("second"))
    expect(resources.snapshot(KEY).isLoading).toBe(true)
    asked[0]!.answer("100")
    await settled()
    expect(asked).toHaveLength(1)
    expect(resources.snapshot(KEY)).toEqual({ data: "100", error: undefined, isLoading: false })
    expect(seen.slice(-2)).toEqual(["first", "second"])
  })

  it("drop an answer overtaken by a newer request", async () => {
    const resources = new Resources()
    const { asked, load } = byHand()
    resources.watch(KEY, load, () => undefined)
    const reloaded = resources.reload(KEY)
    asked[1]!.answer("new")
    await expect(reloaded).resolves.toBe("new")
    asked[0]!.answer("old")
    await settled()
    expect(resources.snapshot(KEY).data).toBe("new")
  })

  it("drop an answer to a request from before a change", async () => {
    const resources = new Resources()
    const { asked, load } = byHand()
    resources.watch(KEY, load, () => undefined)
    resources.put(KEY, "changed")
    asked[0]!.answer("old")
    await settled()
    expect(resources.snapshot(KEY).data).toBe("changed")
  })

  it("wait for the newest answer when a request is overtaken", async () => {
    const resources = new Resources()
    const { asked, load } = byHand()
    resources.watch(KEY, load, () => undefined)
    const first = resources.reload(KEY)
    void resources.reload(KEY)
    asked[1]!.answer("older")
    asked[2]!.answer("newest")
    await expect(first).resolves.toBe("newest")
  })

  it("keep what is known when reloading fails", async () => {
    const resources = new Resources()
    const { asked, load } = byHand()
    resources.watch(KEY, load, () => undefined)
    asked[0]!.answer("100")
    await settled()
    const reloaded = resources.reload(KEY)
    asked[1]!.fail()
    await expect(reloaded).resolves.toBe("100")
    expect(resources.snapshot(KEY).error?.message).toBe("offline")
  })

  it("reload what is being watched, and nothing else", async () => {
    const resources = new Resources()
    const watched = byHand()
    const left = byHand()
    resources.watch(KEY, watched.load, () => undefined)
    resources.watch("cus_1/quote", left.load, () => undefined)()
    void resources.reloadAll((key) => key.startsWith("cus_1"))
    await settled()
    expect([watched.asked.length, left.asked.length]).toEqual([2, 1])
  })

  it("forget", async () => {
    const resources = new Resources()
    resources.watch(
      KEY,
      () => Promise.resolve("100"),
      () => undefined
    )
    await settled()
    resources.forget((key) => key === KEY)
    expect(resources.snapshot(KEY).data).toBeUndefined()
  })
})

describe("work in turn", () => {
  it("starts when the previous work has ended, even with an error", async () => {
    const inTurn = createInTurn()
    const events: string[] = []
    const failing = inTurn(async () => {
      events.push("first starts")
      await settled()
      events.push("first ends")
      throw new Error("no")
    })
    const second = inTurn(async () => events.push("second starts"))
    await expect(failing).rejects.toThrow("no")
    await second
    expect(events).toEqual(["first starts", "first ends", "second starts"])
  })
})
