import type {
  LoyaltyProgramDTO,
  LoyaltyProgramVersionDTO,
} from "../../src/modules/loyalty-points/program/types"
import { asMerchant, type HttpClient, sharedStore } from "../support/http"
import { setProgram } from "../support/programs"

const PATH = "/admin/loyalty/programs"

type WithProgram = { loyalty_program: LoyaltyProgramDTO }
type Versions = { loyalty_program_versions: LoyaltyProgramVersionDTO[]; count: number }

const DEFAULTS = {
  name: "Loyalty points",
  is_enabled: true,
  points_per_currency_unit: 1,
  point_value: 0.01,
  minimum_balance: 0,
  minimum_order_total: 0,
  maximum_discount: null,
  maximum_discount_percent: null,
  validity_days: 365,
  earn_on: "order_completed",
  pending_days: 0,
  fixed_expiry: null,
  fixed_expiry_minimum_days: 0,
  earning_basis: "total",
  rounding: "floor",
  combine_with_promotions: true,
  clawback_policy: "allow_negative",
}

const EVERY_RULE = {
  name: "Puntos",
  is_enabled: false,
  points_per_currency_unit: 2.5,
  point_value: 0.001,
  minimum_balance: 5_000,
  minimum_order_total: 400.5,
  maximum_discount: 500,
  maximum_discount_percent: 33.3,
  validity_days: null,
  earn_on: "payment_captured",
  pending_days: 14,
  fixed_expiry: "12-31",
  fixed_expiry_minimum_days: 90,
  earning_basis: "subtotal",
  rounding: "round",
  combine_with_promotions: false,
  clawback_policy: "clamp_to_zero",
}

describe("the merchant's loyalty programs", () => {
  let merchant: HttpClient
  let merchantId: string

  beforeAll(async () => {
    merchant = await asMerchant(sharedStore())
    const { user } = await merchant.mustGet<{ user: { id: string } }>("/admin/users/me")
    merchantId = user.id
  })

  afterEach(async () => {
    const { loyalty_programs } = await list()
    for (const { id, currency_code } of loyalty_programs) {
      if (["hkd", "inr"].includes(currency_code)) {
        await merchant.delete(`${PATH}/${id}`)
      }
    }
  })

  it("start with sensible rules", async () => {
    const program = await create({ currency_code: "HKD" })
    expect(program).toMatchObject({ ...DEFAULTS, currency_code: "hkd", version: 1 })
    expect(program.id).toMatch(/^lprog_/)
    expect(new Date(program.created_at).toISOString()).toBe(program.created_at)
    expect((await merchant.mustGet<WithProgram>(`${PATH}/${program.id}`)).loyalty_program).toEqual(
      program
    )
    expect((await list()).loyalty_programs).toContainEqual(program)
  })

  it("take every rule, rates as numbers or as decimal strings", async () => {
    const asText = { point_value: "0.0010", minimum_order_total: "400.50" }
    const program = await create({ currency_code: "hkd", ...EVERY_RULE, ...asText })
    expect(program).toMatchObject({ ...EVERY_RULE, currency_code: "hkd" })
  })

  it("are one for each currency", async () => {
    await create({ currency_code: "hkd" })
    expect(await merchant.post(PATH, { currency_code: "hkd" })).toMatchObject({
      status: 422,
      body: { type: "duplicate_error", message: expect.stringContaining('"hkd"') },
    })
  })

  it("are one for each currency even when two merchants create them at once", async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => merchant.post(PATH, { currency_code: "hkd" }))
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422, 422, 422])
  })

  it("remember who changed what when, from what to what", async () => {
    const program = await create({ currency_code: "hkd" })
    await update(program, { minimum_balance: 100, point_value: 0.02 })
    await update(program, { name: "Puntos", maximum_discount: 50 })

    const { loyalty_program_versions, count } = await versionsOf(program)
    expect(count).toBe(3)
    expect(loyalty_program_versions).toMatchObject([
      {
        version: 3,
        name: "Puntos",
        changes: {
          name: { from: "Loyalty points", to: "Puntos" },
          maximum_discount: { from: null, to: 50 },
        },
        rules: { minimum_balance: 100, point_value: 0.02, maximum_discount: 50 },
      },
      {
        version: 2,
        changes: { minimum_balance: { from: 0, to: 100 }, point_value: { from: 0.01, to: 0.02 } },
        rules: { maximum_discount: null },
      },
      { version: 1, changes: {}, rules: { minimum_balance: 0, point_value: 0.01 } },
    ])
    for (const version of loyalty_program_versions) {
      expect(version).toMatchObject({
        program_id: program.id,
        currency_code: "hkd",
        actor_type: "user",
        actor_id: merchantId,
      })
    }
    const moments = loyalty_program_versions.map(({ created_at }) => Date.parse(String(created_at)))
    expect(moments).toEqual([...moments].sort((one, other) => other - one))
  })

  it("make no new version when nothing changes", async () => {
    const program = await create({ currency_code: "hkd", ...EVERY_RULE })
    const same = await update(program, { ...EVERY_RULE, point_value: "0.00100" })
    expect(same).toEqual(program)
    expect((await update(program, {})).version).toBe(1)
    expect((await versionsOf(program)).count).toBe(1)
  })

  it("lose no change when merchants save at once", async () => {
    const program = await create({ currency_code: "hkd" })
    const balances = Array.from({ length: 8 }, (_, index) => index + 1)
    await Promise.all(balances.map((minimum_balance) => update(program, { minimum_balance })))

    const { loyalty_program_versions } = await versionsOf(program)
    expect(loyalty_program_versions.map(({ version }) => version)).toEqual([
      9, 8, 7, 6, 5, 4, 3, 2, 1,
    ])
    const told = loyalty_program_versions.map(({ changes }) => changes.minimum_balance)
    const steps = told.slice(0, -1)
    expect(steps.map((step) => step?.from)).toEqual([
      ...steps.slice(1).map((step) => step?.to),
      0,
    ] as unknown[])
  })

  it("page through their versions", async () => {
    const program = await create({ currency_code: "hkd" })
    for (const minimum_balance of [1, 2, 3]) {
      await update(program, { minimum_balance })
    }
    const page = await merchant.mustGet<Versions>(`${PATH}/${program.id}/versions`, {
      limit: 2,
      offset: 1,
    })
    expect(page).toMatchObject({ count: 4, limit: 2, offset: 1 })
    expect(page.loyalty_program_versions.map(({ version }) => version)).toEqual([3, 2])
  })

  it("end, and can be followed by a new one", async () => {
    const program = await create({ currency_code: "hkd" })
    expect(await merchant.delete(`${PATH}/${program.id}`)).toMatchObject({
      status: 200,
      body: { id: program.id, object: "loyalty_program", deleted: true, loyalty_program: program },
    })
    for (const answer of [
      await merchant.get(`${PATH}/${program.id}`),
      await merchant.post(`${PATH}/${program.id}`, { minimum_balance: 1 }),
      await merchant.delete(`${PATH}/${program.id}`),
      await merchant.get(`${PATH}/${program.id}/versions`),
    ]) {
      expect(answer).toMatchObject({
        status: 404,
        body: { type: "not_found", message: expect.stringContaining(program.id) },
      })
    }
    expect((await create({ currency_code: "hkd" })).id).not.toBe(program.id)
  })

  it("are shown to shoppers without internal rules", async () => {
    const shown = await setProgram(merchant, "hkd", { minimum_balance: 50 })
    await setProgram(merchant, "inr", { is_enabled: false })
    const { api_keys } = await merchant.mustGet<{ api_keys: { token: string }[] }>(
      "/admin/api-keys",
      { type: "publishable" }
    )
    const store = sharedStore().withPublishableKey(api_keys[0]!.token)
    const { loyalty_programs } = await store.mustGet<{ loyalty_programs: LoyaltyProgramDTO[] }>(
      "/store/loyalty/programs",
      { limit: 100 }
    )
    expect(loyalty_programs.map(({ currency_code }) => currency_code)).not.toContain("inr")
    const program = loyalty_programs.find(({ id }) => id === shown.id)
    expect(program).toMatchObject({ minimum_balance: 50, point_value: 0.01 })
    expect(Object.keys(program ?? {})).not.toContain("clawback_policy")
  })

  async function create(body: Record<string, unknown>): Promise<LoyaltyProgramDTO> {
    return (await merchant.mustPost<WithProgram>(PATH, body)).loyalty_program
  }

  async function update(
    { id }: { id: string },
    body: Record<string, unknown>
  ): Promise<LoyaltyProgramDTO> {
    return (await merchant.mustPost<WithProgram>(`${PATH}/${id}`, body)).loyalty_program
  }

  function versionsOf({ id }: { id: string }): Promise<Versions> {
    return merchant.mustGet(`${PATH}/${id}/versions`)
  }

  function list(): Promise<{ loyalty_programs: LoyaltyProgramDTO[] }> {
    return merchant.mustGet(PATH, { limit: 100 })
  }
})
