import { readFileSync } from "node:fs"
import { zodValidator } from "@medusajs/framework"
import type { BigNumberInput } from "@medusajs/framework/types"
import { MedusaModule } from "@medusajs/framework/modules-sdk"
import {
  BigNumber,
  defaultCurrencies,
  getLineItemsTotals,
  Modules,
} from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { LOYALTY_POINTS_MODULE } from "../../../../src/modules/loyalty-points/key"
import { toNumber } from "../../../../src/domain/shared/decimal"
import { toDecimal } from "../../../../src/workflows/shared/money"
import { pinned } from "../assumptions"

/** What Medusa's installed packages do, without a store. */
describe("the installed Medusa", () => {
  it("leaves our module's key free", () =>
    pinned("module-keys", () => {
      const taken = [...Object.values<string>(Modules), "loyalty", "store_credit"]
      expect(taken).not.toContain(LOYALTY_POINTS_MODULE)
    }))

  it("runs the migrations of a module that brings its own", () =>
    pinned("migration-scripts", async () => {
      const runMigrations = jest.fn(async () => [{ name: "first", path: "first.ts" }])
      const revertMigration = jest.fn(async () => undefined)
      const options = { database: { clientUrl: "postgres://nowhere" } }
      const moduleExports = { service: class Service {}, runMigrations, revertMigration }
      const migration = { options, moduleExports, moduleKey: "pinned", modulePath: __filename }
      expect(await MedusaModule.migrateUp(migration)).toMatchObject([{ name: "first" }])
      await MedusaModule.migrateDown(migration)
      const args = expect.objectContaining({ options, logger: expect.anything() })
      expect(runMigrations).toHaveBeenCalledWith(args)
      expect(revertMigration).toHaveBeenCalledWith(args)
    }))

  describe("words refusals so that a custom check can name its field", () => {
    const refusal = (schema: z.ZodType, body: unknown) =>
      zodValidator(schema, body).then(
        () => "accepted",
        ({ type, message }: { type: string; message: string }) => `${type} ${message}`
      )

    it.each([
      [
        "a custom check",
        z.object({ days: z.number().refine(() => false, "days: too few") }),
        "invalid_data Invalid request: days: too few",
      ],
      [
        "a wrong type",
        z.object({ days: z.number({ error: "ours" }) }),
        "invalid_data Invalid request: Expected type: 'number' for field 'days', got: 'ten'",
      ],
      ["unknown fields", z.object({}), "invalid_data Invalid request: Unrecognized fields: 'days'"],
    ])("%s", (what, schema, expected) =>
      pinned("zod-validator", async () => {
        const days = what === "a wrong type" ? "ten" : 10
        expect(await refusal(schema, { days })).toBe(expected)
      })
    )
  })

  it.each([
    ["with", true, 450],
    ["without", false, 535.5],
  ])("takes a discount exactly off prices %s tax", (_, isTaxInclusive, total) =>
    pinned("discount-with-tax", () => {
      expect(totalOf(lineOf450(isTaxInclusive))).toBe(total)
      expect(totalOf(lineOf450(isTaxInclusive, 150))).toBe(total - 150)
    })
  )

  it("knows the decimals of currencies", () =>
    pinned("currency-decimals", () => {
      const { JPY, PLN, KWD } = defaultCurrencies
      expect([JPY, PLN, KWD].map((currency) => currency?.decimal_digits)).toEqual([0, 2, 3])
    }))

  it.each([
    "@medusajs/locking/dist/providers/in-memory.js",
    "@medusajs/locking-redis/dist/services/redis-lock.js",
    "@medusajs/locking-postgres/dist/services/advisory-lock.js",
  ])("says in %s that a lock is taken", (file) =>
    pinned("lock-refusal", () => {
      expect(readFileSync(require.resolve(file), "utf8")).toMatch(/timed-out acquiring lock/i)
    })
  )
})

function totalOf(line: ReturnType<typeof lineOf450>): number {
  const totals = getLineItemsTotals([line], { includeTax: true }) as Record<
    string,
    { total: BigNumberInput }
  >
  return toNumber(toDecimal(totals[line.id]?.total ?? 0))
}

function lineOf450(is_tax_inclusive: boolean, discount = 0) {
  return {
    id: "line",
    unit_price: new BigNumber(450),
    quantity: new BigNumber(1),
    is_tax_inclusive,
    tax_lines: [{ rate: 19 }],
    adjustments: discount > 0 ? [{ amount: new BigNumber(discount), is_tax_inclusive: true }] : [],
  }
}
