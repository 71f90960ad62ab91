import { setTimeout as sleep } from "node:timers/promises"

/** A job of BullMQ that waits for its time. */
type Delayed = {
  data: { jobId: string }
  promote(): Promise<void>
  getState(): Promise<string>
  remove(): Promise<void>
}

/** The parts of Medusa's Redis modules that nothing public leads to. */
type WorkflowEngine = {
  workflowOrchestratorService_: {
    redisDistributedTransactionStorage_: { jobQueue?: { getDelayed(): Promise<Delayed[]> } }
  }
}
type EventBus = {
  queue_: { getJobCounts(): Promise<Record<string, number>> }
  eventBusRedisConnection_: { call(...command: string[]): Promise<unknown> }
}

type Resolve = <T>(key: string) => Promise<T>

/** What tests of several instances ask one of them. */
export function scaleOutFunctions(resolve: Resolve) {
  const delayedJobs = async () => {
    const engine = await resolve<WorkflowEngine>("workflows")
    const queue = engine.workflowOrchestratorService_.redisDistributedTransactionStorage_.jobQueue
    return (await queue?.getDelayed()) ?? []
  }
  return {
    /** The scheduled jobs that wait for their time; none on a server, which schedules nothing. */
    scheduled: async () => (await delayedJobs()).map(({ data }) => data.jobId),
    /**
     * The time of a scheduled job has come: waits until a worker has run it and says how that
     * ended; undefined if it does not wait for its time at the moment.
     */
    due: async (name: string) => {
      const job = (await delayedJobs()).find(({ data }) => data.jobId === name)
      return job && runAhead(job)
    },
    /** How many events nobody has handled to the end yet. */
    unhandled: async () => {
      const { completed, failed, ...open } = await (
        await resolve<EventBus>("event_bus")
      ).queue_.getJobCounts()
      return { open: Object.values(open).reduce((sum, count) => sum + count, 0), failed }
    },
    redis: async (command: string[]) =>
      (await resolve<EventBus>("event_bus")).eventBusRedisConnection_.call(...command),
  }
}

const ENDED = ["completed", "failed"]
const PAUSE_MS = 20

/**
 * Has workers run a job ahead of its time, and Redis forget that it ran. BullMQ 5.13 would lose
 * the schedule when a worker starts before that time: docs/scale-out.md tells of it.
 */
async function runAhead(job: Delayed): Promise<string> {
  await job.promote()
  for (;;) {
    const state = await job.getState()
    if (ENDED.includes(state)) {
      await job.remove()
      return state
    }
    await sleep(PAUSE_MS)
  }
}
