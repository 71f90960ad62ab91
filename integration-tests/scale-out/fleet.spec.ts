import { expectCleanAudit } from "../support/audit"
import { Scene } from "../support/scale-out/scene"
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

/** As docs/scale-out.md configures it. Booted once for all cases. */
describe("two servers and two workers", () => {
  let scene: Scene

  beforeAll(async () => {
    scene = await Scene.open()
  })

  afterEach(() => expectCleanAudit(scene.market.merchant))

  afterAll(() => scene.fleet.stop())

  describe("carts", () => cartCases(() => scene))
  describe("events", () => eventCases(() => scene))
  describe("scheduled jobs", () => jobCases(() => scene))

  describe("processes that die", () => {
    let interrupted: Interrupted

    it("a worker killed in the middle of an order: the other goes on", async () => {
      interrupted = await killWorker(scene)
    })

    it("without any worker carts complete, and their points are spent when there is one", () =>
      sellWithoutWorkers(scene))

    it("a server killed while carts complete loses no points: the sweep of a worker captures or frees them", () =>
      killServer(scene))

    it("what the killed worker left has been settled by another meanwhile, once", () =>
      expectTakenOver(scene, interrupted))
  })

  describe("Redis", () => redisCases(() => scene))
})
