import { Modules } from "@medusajs/framework/utils"

import { cartTarget } from "../../src/domain/checkout/target"
import { DEFAULT_RULES, type ProgramRules } from "../../src/domain/program/rules"
import { holdParts, releaseParts } from "../../src/workflows/checkout/hold-parts"
import type { CheckoutPart } from "../../src/workflows/checkout/part"
import { CHECKOUT_PARTS } from "../../src/workflows/checkout/parts"
import { pointsPart } from "../../src/workflows/checkout/points-part"
import { refreshPointsOnCart } from "../../src/workflows/checkout/promotions-hook"
import type { CartAdjustment, CartView } from "../../src/workflows/shared/cart-view"
import { shopperWith } from "../concurrency/race"
import { assertLedgerCoherent, openLedger, type TestLedger } from "../support/ledger"
import { helloPart, type HelloTroubles } from "../support/sample-capability/hello-part"
import { type ServiceContainer, serviceOn } from "../support/service"

jest.mock("../../src/workflows/checkout/parts", () => ({ CHECKOUT_PARTS: [] }))

const NOW = new Date("2026-03-01T12:00:00Z")
const CART = "cart_1"
const POINTS = 15_000

type Adjustment = CartAdjustment & { id: string; item_id: string; provider_id: string }

/**
 * A cart with a blanket of 450.00. Its shopper has 15,000 points, worth 150.00, and asks for all of
 * them; saying hello takes 10.00 more.
 */
describe("a second part of checkout", () => {
  let real: TestLedger
  let account: string
  let store: ServiceContainer
  let cart: CartView
  let troubles: HelloTroubles
  let greeted: Set<string>

  beforeAll(async () => {
    real = await openLedger(2)
  })
  beforeEach(async () => {
    await createProgram({})
    account = await shopperWith(real, "cus", POINTS)
    await askFor(POINTS)
    cart = { ...CART_OF_450, items: [{ ...BLANKET, adjustments: [] }] }
    store = serviceOn(real.dataSource, {
      options: { clock: () => NOW },
      modules: { [Modules.CART]: cartModule(), [Modules.PROMOTION]: NO_PROMOTIONS },
    })
    troubles = {}
    greeted = new Set()
    const parts = CHECKOUT_PARTS as CheckoutPart[]
    parts.splice(0, parts.length, pointsPart, helloPart(troubles, greeted))
  })
  afterEach(async () => {
    jest.restoreAllMocks()
    await assertLedgerCoherent(real.dataSource)
    await real.empty()
    await real.dataSource.query("TRUNCATE loyalty_program, loyalty_program_version")
  })
  afterAll(() => real?.drop())

  const BLANKET = {
    ...{ id: "line_1", unit_price: 450, quantity: 1, is_tax_inclusive: true, tax_lines: [] },
  }
  const CART_OF_450: CartView = {
    ...{ id: CART, currency_code: "pln", customer: { id: "cus", has_account: true } },
    region: { automatic_taxes: true },
  }
  const NO_PROMOTIONS = { listPromotions: async () => [], computeActions: async () => [] }

  async function createProgram(rules: Partial<ProgramRules>): Promise<void> {
    await real.dataSource.query("TRUNCATE loyalty_program, loyalty_program_version")
    const input = { currency_code: "pln", name: "Points", rules: { ...DEFAULT_RULES, ...rules } }
    await real.programs.create(input, null, NOW)
  }

  const askFor = (points_requested: number) =>
    real.redemptions.request(
      {
        ...{ account_id: account, customer_id: "cus", currency_code: "pln" },
        ...{ target: cartTarget(CART), points_requested },
      },
      NOW
    )
  const requestNow = () => real.redemptions.activeOf(cartTarget(CART))
  const accountNow = async () => (await real.accounts.byId(account, NOW))!

  const onCart = (): Adjustment[] =>
    (cart.items ?? []).flatMap(({ adjustments }) => (adjustments ?? []) as Adjustment[])

  /** Medusa's module, as far as it puts adjustments on the cart. */
  function cartModule() {
    let count = 0
    return {
      addLineItemAdjustments: async (added: Omit<Adjustment, "id">[]) => {
        const created = added.map((one) => ({ ...one, id: `adj_${(count += 1)}` }))
        cart.items?.forEach((item) => {
          const own = created.filter(({ item_id }) => item_id === item.id)
          item.adjustments = [...(item.adjustments ?? []), ...own]
        })
        return created
      },
    }
  }

  /** As Medusa refreshes a cart: the hook adds its adjustments, then those of before are dropped. */
  async function refresh(): Promise<[provider: string, amount: number][]> {
    const before = onCart()
    await refreshPointsOnCart({ input: {}, cart }, { container: store.container })
    cart.items?.forEach((item) => {
      item.adjustments = (item.adjustments ?? []).filter(
        (one) => !before.includes(one as Adjustment)
      )
    })
    return onCart().map(({ provider_id, amount }) => [provider_id, Number(amount)])
  }

  const completing = (attempt: string) => ({ container: store.container, cart, attempt })
  const hold = (attempt = "attempt_1") => holdParts(CHECKOUT_PARTS, completing(attempt))

  describe("on each refresh", () => {
    it("takes what points leave, and both stay when the cart is refreshed again", async () => {
      const both = [
        ["loyalty-points", 150],
        ["loyalty-hello", 10],
      ]
      expect(await refresh()).toEqual(both)
      expect(await refresh()).toEqual(both)
      expect(store.errors).toEqual([])
    })

    it("sees what points took: nothing is left of a line that they pay", async () => {
      const gift = { account_id: account, kind: "bonus" as const, points: 30_000, expires_at: null }
      await real.ledger.credit(gift, NOW)
      await askFor(44_500)
      expect(await refresh()).toEqual([
        ["loyalty-points", 445],
        ["loyalty-hello", 5],
      ])
      await askFor(45_000)
      expect(await refresh()).toEqual([["loyalty-points", 450]])
    })

    it("costs the cart nothing but itself when it fails", async () => {
      troubles.quote = new Error("nobody is at home")
      expect(await refresh()).toEqual([["loyalty-points", 150]])
      expect(store.errors).toEqual(["loyalty points: cart cart_1 is shown without hello"])
      expect((await hold()).held.map(({ part }) => part)).toEqual(["points"])
      expect(await accountNow()).toMatchObject({ held: POINTS })
    })

    it("is still asked when points fail", async () => {
      jest.spyOn(pointsPart, "quote").mockRejectedValueOnce(new Error("the database is gone"))
      expect(await refresh()).toEqual([["loyalty-hello", 10]])
      expect(store.errors).toEqual(["loyalty points: cart cart_1 is shown without points"])
      const { held, refusals } = await hold()
      expect([held, refusals.map(({ code }) => code)]).toEqual([[], ["loyalty_points_changed"]])
      expect([...greeted]).toEqual([])
    })
  })

  describe("when the cart is completed", () => {
    it.each<[string, Partial<ProgramRules>, points: number]>([
      ["without limits", {}, POINTS],
      ["with a share of the order as the limit", { maximum_discount_percent: "20" }, 9_000],
      [
        "where points and promotions exclude each other",
        { combine_with_promotions: false },
        POINTS,
      ],
    ])("holds beside points, %s", async (_, rules, points) => {
      await createProgram(rules)
      await refresh()
      const { held, refusals } = await hold()
      expect([held.map(({ part }) => part), refusals]).toEqual([["points", "hello"], []])
      expect(await accountNow()).toMatchObject({ held: points, available: POINTS - points })
      await releaseParts(CHECKOUT_PARTS, held, store.container)
      expect(await accountNow()).toMatchObject({ balance: POINTS, held: 0 })
      expect([...greeted]).toEqual([])
    })

    it("frees the points when it fails, and the next attempt spends them once", async () => {
      await refresh()
      const first = await requestNow()
      troubles.hold = new Error("nobody is at home")
      await expect(hold()).rejects.toThrow("nobody is at home")
      expect(await accountNow()).toMatchObject({ balance: POINTS, held: 0, available: POINTS })
      const second = await requestNow()
      expect(second).toMatchObject({ status: "requested", points_requested: POINTS })
      expect(second?.id).not.toBe(first?.id)

      delete troubles.hold
      await hold("attempt_2")
      expect([...greeted]).toEqual(["attempt_2"])
      await real.ledger.capture(second!.id, "order_1", CART, NOW)
      expect(await accountNow()).toMatchObject({ balance: 0, held: 0 })
    })

    it("keeps nobody's points when it cannot free what it held itself", async () => {
      await refresh()
      const { held } = await hold()
      troubles.release = new Error("nobody is at home")
      await expect(releaseParts(CHECKOUT_PARTS, held, store.container)).rejects.toThrow(
        "nobody is at home"
      )
      expect(await accountNow()).toMatchObject({ balance: POINTS, held: 0 })
      expect(await requestNow()).toMatchObject({ status: "requested" })
    })

    it("leaves the points of a later attempt alone when an earlier one gives up", async () => {
      await refresh()
      const early = await hold("attempt_1")
      const late = await hold("attempt_2")
      await releaseParts(CHECKOUT_PARTS, early.held, store.container)
      expect(await accountNow()).toMatchObject({ held: POINTS })
      await releaseParts(CHECKOUT_PARTS, late.held, store.container)
      expect(await accountNow()).toMatchObject({ held: 0 })
    })
  })
})
