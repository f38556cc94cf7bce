import { addMilliseconds, type Instant, isDue } from '@remote-clerk/shared/domain/time.ts';
import type { Clock } from '../clock.ts';
import type { Logger } from '../logger.ts';

/** Something to do again and again. It must bear being run more often, and by several servers. */
export type Job = { name: string; everyMs: number; run(): Promise<unknown> };

/** Runs jobs in this process. One that is still running is not started again; one that fails is logged and tried at its next time. */
export function createJobs(jobs: readonly Job[], { clock, logger }: { clock: Clock; logger: Logger }) {
  const running = new Map<Job, Promise<void>>();
  const due = new Map<Job, Instant>();
  let timer: NodeJS.Timeout | undefined;

  async function run(job: Job): Promise<void> {
    try {
      await job.run();
    } catch (err) {
      logger.error({ err, job: job.name }, 'job failed');
    } finally {
      running.delete(job);
    }
  }

  /** Starts what is due, and waits until it has run. */
  async function tick(): Promise<void> {
    const now = clock.now();
    const begun = jobs.filter((job) => !running.has(job) && isDue(due.get(job) ?? now, now));
    for (const job of begun) {
      due.set(job, addMilliseconds(now, job.everyMs));
      running.set(job, run(job));
    }
    await Promise.all(begun.map((job) => running.get(job)));
  }

  return {
    tick,

    start(): void {
      if (jobs.length === 0) return;
      timer = setInterval(tick, Math.min(...jobs.map((job) => job.everyMs)));
    },

    /** Starts nothing more and waits for what is running. */
    async stop(): Promise<void> {
      clearInterval(timer);
      await Promise.all(running.values());
    },
  };
}
