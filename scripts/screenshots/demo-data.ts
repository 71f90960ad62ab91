import { HttpClient } from "../lib/http"
import { Problem } from "../lib/problem"
import { placeOrder, prepareCart, startPayment, completeCart } from "../seed/orders"
import { logIn, type Login } from "../seed/session"
import { seedShopper } from "../seed/shopper"
import type { Demo } from "../start/demo"

/** The contents of the demo store to show. */
export interface DemoData {
  demo: Demo
  /** A shopper with points and nothing in the cart, for each walk. */
  nextMember(): Promise<Login>
  /** An order paid with points, and one that was not. */
  orderWithPoints: string
  orderWithout: string
  accountId: string
}

const PASSWORD = "a-long-password"

/** Buys and adjusts until every screen of the dashboard has something to show. */
export async function prepareDemoData(demo: Demo): Promise<DemoData> {
  const client = new HttpClient(demo.backend_url)
  const merchant = await logIn(client, "user", demo.admin)
  if (!merchant) {
    throw new Problem("The merchant of the demo store cannot log in.")
  }
  const store = client.withPublishableKey(demo.publishable_key)
  const members = new Members(store, merchant)
  const market = { regionId: demo.region_id, shippingOptionId: demo.shipping_option_id }
  const throwOf = { variant_id: variantOf(demo, "Merino wool throw"), quantity: 1 }

  const piotr = await members.register("Piotr", "Zieliński", 15_000)
  const plan = { email: piotr.login.email, items: [throwOf] }
  const cart = await prepareCart(piotr.client, market, plan)
  await piotr.client.mustPost(`/store/carts/${cart.id}/loyalty-points`, {})
  await startPayment(piotr.client, cart.id)
  const { id: orderWithPoints } = await completeCart(piotr.client, cart.id)
  const { id: orderWithout } = await placeOrder(piotr.client, market, plan)
  await members.adjust(piotr.accountId, 2_500, "Sorry for the late delivery")
  await members.adjust(piotr.accountId, -500, "Given twice")
  await members.register("Zuzanna", "Lis", 640)
  await members.register("Jan", "Wójcik", 12_345)
  await changeRulesAndBack(merchant)
  return {
    demo,
    nextMember: async () => (await members.register("Ewa", "Nowak", 22_000)).login,
    orderWithPoints,
    orderWithout,
    accountId: piotr.accountId,
  }
}

/** Registers shoppers and gives them points. */
class Members {
  private count = 0

  constructor(
    private readonly store: HttpClient,
    private readonly merchant: HttpClient
  ) {}

  async register(firstName: string, lastName: string, points: number) {
    const login = { email: `member-${++this.count}@example.com`, password: PASSWORD }
    const shopper = await seedShopper(this.store, { ...login, firstName, lastName })
    const { loyalty_account } = await shopper.client.mustGet<{ loyalty_account: { id: string } }>(
      "/store/loyalty/account"
    )
    await this.adjust(loyalty_account.id, points, "Points of the old card")
    return { ...shopper, login, accountId: loyalty_account.id }
  }

  async adjust(accountId: string, points: number, reason: string): Promise<void> {
    await this.merchant.mustPost(`/admin/loyalty/accounts/${accountId}/adjustments`, {
      points,
      reason,
    })
  }
}

/** So that the history of the rules has something to show. */
async function changeRulesAndBack(merchant: HttpClient): Promise<void> {
  const path = "/admin/loyalty/programs"
  const { loyalty_programs } = await merchant.mustGet<{ loyalty_programs: { id: string }[] }>(path)
  const program = `${path}/${loyalty_programs[0]?.id}`
  await merchant.mustPost(program, { maximum_discount: 600, validity_days: null })
  await merchant.mustPost(program, { maximum_discount: 500, validity_days: 365 })
}

function variantOf({ products }: Demo, title: string): string {
  const product = products.find((one) => one.title === title)
  if (!product) {
    throw new Problem(`The demo store has no ${title}.`)
  }
  return product.variant_id
}
