import { closeChildren } from "../lib/children"
import { inLane, say, seconds } from "../lib/output"
import { explain, Problem } from "../lib/problem"
import { isStopping, supervise } from "../lib/shutdown"
import type { Count } from "./jest"
import { STAGES, type Stage } from "./stages"
import { type LeftOut, summaryOf } from "./summary"
import { Workshop } from "./workshop"

/** What one stage came to. */
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
  const { stages, leftOut, rest } = choose(args)
  const workshop = new Workshop()
  process.once("exit", () => workshop.remove())
  const outcomes = await runLanes(stages, (stage) => runStage(stage, workshop, rest))
  await closeChildren()
  return report(outcomes, leftOut)
}

/** Two stages at a time, the longest first: stores mostly wait, and the machine has another core. */
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

/** The leading words name stages; what follows is for Jest. */
function choose(args: string[]): { stages: Stage[]; leftOut: LeftOut[]; rest: string[] } {
  const isStage = (word: string) => STAGES.some(({ name }) => name === word)
  const end = args.findIndex((word) => !isStage(word))
  const names = end < 0 ? args : args.slice(0, end)
  const rest = args.slice(names.length)
  if (names.length === 0 && rest.length > 0) {
    const known = STAGES.map(({ name }) => name).join(", ")
    throw new Problem(`There is no stage “${rest[0]}”. The stages are: ${known}.`)
  }
  if (names.length > 0) {
    return { stages: STAGES.filter(({ name }) => names.includes(name)), leftOut: [], rest }
  }
  const leftOut = STAGES.flatMap(({ name, onRequest }) => (onRequest ? [{ name, onRequest }] : []))
  return { stages: STAGES.filter(({ onRequest }) => !onRequest), leftOut, rest }
}

async function runStage(stage: Stage, workshop: Workshop, args: string[]): Promise<Outcome> {
  const started = performance.now()
  say(`── ${stage.name}: ${stage.title}`)
  const count = await stage.run(workshop, args).catch((error: unknown) => {
    if (isStopping()) {
      throw error
    }
    say(explain(error))
    return { passed: 0, failed: 1 }
  })
  return { ...count, stage, time: seconds(started) }
}

/** Prints how the stages went. */
function report(outcomes: Outcome[], leftOut: LeftOut[]): number {
  const results = outcomes.map(({ stage, ...outcome }) => ({ name: stage.name, ...outcome }))
  say(`\n${summaryOf(results, leftOut)}`)
  return results.some(({ failed }) => failed > 0) ? 1 : 0
}
