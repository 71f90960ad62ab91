/** A job of BullMQ that waits for its time. */
type Delayed = { data: { jobId: string }; promote(): Promise<void> }

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
export function scaleOutErrands(resolve: Resolve) {
  const delayedJobs = async () => {
    const engine = await resolve<WorkflowEngine>("workflows")
    const queue = engine.workflowOrchestratorService_.redisDistributedTransactionStorage_.jobQueue
    return (await queue?.getDelayed()) ?? []
  }
  return {
    /** The scheduled jobs that wait for their time; none on a server, which schedules nothing. */
    scheduled: async () => (await delayedJobs()).map(({ data }) => data.jobId),
    /** The time of these scheduled jobs has come. */
    due: async (names: string[]) => {
      const jobs = (await delayedJobs()).filter(({ data }) => names.includes(data.jobId))
      await Promise.all(jobs.map((job) => job.promote()))
      return jobs.length
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
