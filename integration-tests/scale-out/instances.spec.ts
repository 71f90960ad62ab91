import { expectCleanAudit } from "../support/audit"
import { ScaleOutSetup } from "../support/scale-out/setup"
import { cartCases } from "./carts"
import {
  expectTakenOver,
  type Interrupted,
  killWorker,
  sellWithoutWorkers,
  killServer,
} from "./crashes"
import { eventCases } from "./events"
import { jobCases } from "./jobs"
import { redisCases } from "./redis"

jest.setTimeout(240_000)

/** Configured as in docs/scale-out.md. Booted once for all cases. */
describe("two servers and two workers", () => {
  let setup: ScaleOutSetup

  beforeAll(async () => {
    setup = await ScaleOutSetup.open()
  })

  afterEach(() => expectCleanAudit(setup.market.merchant))

  afterAll(() => setup.instances.stop())

  describe("carts", () => cartCases(() => setup))
  describe("events", () => eventCases(() => setup))
  describe("scheduled jobs", () => jobCases(() => setup))

  describe("processes that die", () => {
    let interrupted: Interrupted

    it("a worker killed in the middle of an order: the other carries on", async () => {
      interrupted = await killWorker(setup)
    })

    it("without any worker carts complete, and their points are spent when there is one", () =>
      sellWithoutWorkers(setup))

    it("a server killed while carts complete loses no points: the sweep of a worker captures or frees them", () =>
      killServer(setup))

    it("what the killed worker left has been settled by another meanwhile, once", () =>
      expectTakenOver(setup, interrupted))
  })

  describe("Redis", () => redisCases(() => setup))
})
