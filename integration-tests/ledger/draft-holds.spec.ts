import { cartTarget, draftTarget } from "../../src/domain/checkout/target"
import { cartOf, holdOf, NOW, shopperWith, SOON } from "../concurrency/race"
import { assertLedgerCoherent, openLedger, type TestLedger } from "../support/ledger"

describe("points held for draft orders", () => {
  let real: TestLedger
  let account: string

  beforeAll(async () => {
    real = await openLedger(2)
  })
  beforeEach(async () => {
    account = await shopperWith(real, "shopper", 100)
  })
  afterEach(async () => {
    await assertLedgerCoherent(real.dataSource)
    await real.empty()
  })
  afterAll(() => real?.drop())

  const request = (
    account_id: string,
    id: string,
    points_requested: number,
    target = draftTarget(id)
  ) =>
    real.redemptions.request(
      {
        account_id,
        target,
        customer_id: "cus",
        currency_code: "pln",
        points_requested,
      },
      SOON
    )

  async function heldDraft(id: string, points: number): Promise<string> {
    await request(account, id, 100)
    const redemption = (await real.redemptions.activeOf(draftTarget(id)))!.id
    await real.ledger.hold(holdOf(redemption, points, null), NOW)
    return redemption
  }

  const heldOf = async () => (await real.accounts.byId(account, SOON))?.held

  it("are replaced by more or fewer in one step, and never by more than there are", async () => {
    const draft = await heldDraft("order_1", 40)
    await real.ledger.hold(holdOf(draft, 100, null), SOON)
    expect(await heldOf()).toBe(100)
    await real.ledger.hold(holdOf(draft, 30, null), SOON)
    expect(await heldOf()).toBe(30)
    const tooMany = real.ledger.hold(holdOf(draft, 101, null), SOON)
    await expect(tooMany).rejects.toMatchObject({ ledger_code: "insufficient_points" })
    expect(await heldOf()).toBe(30)
  })

  it("let their request change, unlike those of a completing cart", async () => {
    await heldDraft("order_1", 40)
    expect(await request(account, "order_1", 70)).toBe(true)
    expect(await real.redemptions.activeOf(draftTarget("order_1"))).toMatchObject({
      status: "held",
      points: 40,
      points_requested: 70,
    })
    const cart = await cartOf(real, account, "cart_1")
    await real.ledger.hold(holdOf(cart, 10), NOW)
    expect(await request(account, "cart_1", 20, cartTarget("cart_1"))).toBe(false)
  })

  it("never pass to another customer's account", async () => {
    await heldDraft("order_1", 40)
    const other = await shopperWith(real, "another", 100)
    expect(await request(other, "order_1", 70)).toBe(false)
    expect(await heldOf()).toBe(40)
  })

  it("do not count as holds left behind by a completion, and do not hide one", async () => {
    await heldDraft("order_1", 10)
    await heldDraft("order_2", 10)
    const cart = await cartOf(real, account, "cart_1")
    await real.ledger.hold(holdOf(cart, 10), NOW)
    const leftBehind = await real.redemptions.cartsHeldBefore(SOON, 1)
    expect(leftBehind.map(({ cart_id }) => cart_id)).toEqual(["cart_1"])
  })

  it("are all found, page by page", async () => {
    const ids = [
      await heldDraft("order_1", 10),
      await heldDraft("order_2", 10),
      await heldDraft("order_3", 10),
    ].sort()
    const freed = await heldDraft("order_4", 10)
    await real.ledger.release({ redemption_id: freed }, SOON)
    const first = await real.redemptions.draftsHeld("", 2)
    const second = await real.redemptions.draftsHeld(first.at(-1)?.id ?? "", 2)
    expect([first.length, second.length]).toEqual([2, 1])
    expect([...first, ...second].map(({ id }) => id)).toEqual(ids)
  })
})
