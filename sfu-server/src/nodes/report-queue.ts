import type { RoomReport } from '@remote-clerk/shared/contracts/node/messages.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { Logger } from '../telemetry/logger.ts';

/** As many as one message may carry. */
const batchSize = 100;
/** When more wait than this, the newest are given up: what happened first explains the rest. */
const capacity = 10_000;

/** Room reports in order, each kept until the scheduler-api has acknowledged it. */
export class ReportQueue {
  readonly #waiting: RoomReport[] = [];
  readonly #logger: Logger;
  #sending = false;

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  get length(): number {
    return this.#waiting.length;
  }

  add(report: RoomReport): void {
    if (this.#waiting.length < capacity) this.#waiting.push(report);
    else this.#logger.error({ report: report.kind, roomId: report.roomId }, 'Too many reports wait; one is lost');
  }

  /**
   * Sends what waits, in order, until all is acknowledged.
   * @param send resolves when the scheduler-api has acknowledged the reports @throws whatever `send` throws: nothing is lost then
   */
  async drain(send: (reports: RoomReport[]) => Promise<unknown>): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    let size = batchSize;
    try {
      while (this.#waiting.length > 0) {
        const batch = this.#waiting.slice(0, size);
        try {
          await send(batch);
        } catch (error) {
          if (!isRejected(error)) throw error;
          // One of them will never be taken: find it alone, and let the others pass.
          if (batch.length > 1) {
            size = 1;
            continue;
          }
          this.#logger.error({ err: error, report: batch[0]?.kind }, 'The scheduler-api does not take a report');
        }
        this.#waiting.splice(0, batch.length);
      }
    } finally {
      this.#sending = false;
    }
  }
}

const isRejected = (error: unknown) => error instanceof ProblemError && error.type === 'invalid-request';
