import { closeChildren } from "../lib/children"
import { inLane, say, seconds } from "../lib/output"
import { explain, Problem } from "../lib/problem"
import { isStopping, supervise } from "../lib/shutdown"
import type { Count } from "./jest"
import type { Stage, StageRequest } from "./stage"
import { STAGES } from "./stages"
import { type LeftOut, summaryOf } from "./summary"
import { TestResources } from "./resources"

/** The stages to run, and how. */
interface Choice extends StageRequest {
  stages: Stage[]
  leftOut: LeftOut[]
}

/** The result of one stage. */
interface Outcome extends Count {
  stage: Stage
  time: string
}

/**
 * `npm test`: every check of this repository.
 *
 * `npm test -- unit` runs one stage, `npm test -- http cart-life` one stage's files that match,
 * and further flags go to Jest: `npm test -- http cart-life -t "coupon"`.
 */
export default function main(): Promise<never> {
  return supervise(() => test(process.argv.slice(2)), 130)
}

async function test(args: string[]): Promise<number> {
  const { stages, leftOut, ...request } = choose(args)
  const resources = new TestResources()
  process.once("exit", () => resources.remove())
  const outcomes = await runLanes(stages, (stage) => runStage(stage, resources, request))
  await closeChildren()
  return report(outcomes, leftOut)
}

/** Two stages at a time, longest first, because stores spend most of their time waiting. */
async function runLanes(
  stages: Stage[],
  run: (stage: Stage) => Promise<Outcome>
): Promise<Outcome[]> {
  if (stages.length === 1) {
    return Promise.all(stages.map(run))
  }
  const waiting = [...stages].sort(
    (one, other) => Number(other.isLong ?? false) - Number(one.isLong ?? false)
  )
  const outcomes: Outcome[] = []
  const lane = async () => {
    for (let stage = waiting.shift(); stage; stage = waiting.shift()) {
      const next = stage
      outcomes.push(await inLane(next.name, () => run(next)))
    }
  }
  await Promise.all([lane(), lane()])
  return stages.flatMap((stage) => outcomes.filter((outcome) => outcome.stage === stage))
}

/** The leading words name stages; the rest goes to Jest. */
function choose(args: string[]): Choice {
  const isStage = (word: string) => STAGES.some(({ name }) => name === word)
  const end = args.findIndex((word) => !isStage(word))
  const names = end < 0 ? args : args.slice(0, end)
  const request = { args: args.slice(names.length), isNamed: names.length > 0 }
  const [unknown] = request.args
  if (!request.isNamed && unknown !== undefined) {
    const known = STAGES.map(({ name }) => name).join(", ")
    throw new Problem(`There is no stage “${unknown}”. The stages are: ${known}.`)
  }
  if (request.isNamed) {
    return { stages: STAGES.filter(({ name }) => names.includes(name)), leftOut: [], ...request }
  }
  const leftOut = STAGES.flatMap(({ name, onRequest }) => (onRequest ? [{ name, onRequest }] : []))
  return { stages: STAGES.filter(({ onRequest }) => !onRequest), leftOut, ...request }
}

async function runStage(
  stage: Stage,
  resources: TestResources,
  request: StageRequest
): Promise<Outcome> {
  const started = performance.now()
  say(`── ${stage.name}: ${stage.title}`)
  const count = await stage.run(resources, request).catch((error: unknown) => {
    if (isStopping()) {
      throw error
    }
    say(explain(error))
    return { passed: 0, failed: 1 }
  })
  return { ...count, stage, time: seconds(started) }
}

/** Prints the stages' results. */
function report(outcomes: Outcome[], leftOut: LeftOut[]): number {
  const results = outcomes.map(({ stage, ...outcome }) => ({ name: stage.name, ...outcome }))
  say(`\n${summaryOf(results, leftOut)}`)
  return results.some(({ failed }) => failed > 0) ? 1 : 0
}
