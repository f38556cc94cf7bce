import { describe, expect, it } from 'vitest';
import { createLogger } from '../logger.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createJobs } from './jobs.ts';

const setUp = (run: () => Promise<unknown>, log: string[] = []) => {
  const clock = createFakeClock();
  const logger = createLogger('info', { write: (line) => void log.push(line) });
  return { clock, jobs: createJobs([{ name: 'sweep', everyMs: 1_000, run }], { clock, logger }) };
};

describe('jobs', () => {
  it('run when they are due and not before', async () => {
    let runs = 0;
    const { clock, jobs } = setUp(async () => {
      runs += 1;
    });
    await jobs.tick();
    await jobs.tick();
    clock.advance(999);
    await jobs.tick();
    expect(runs).toBe(1);
    clock.advance(1);
    await jobs.tick();
    expect(runs).toBe(2);
  });

  it('are not started again while they run', async () => {
    let runs = 0;
    let finish = () => {};
    const { clock, jobs } = setUp(() => {
      runs += 1;
      return new Promise<void>((resolve) => {
        finish = resolve;
      });
    });
    const first = jobs.tick();
    clock.advance(5_000);
    await jobs.tick();
    expect(runs).toBe(1);
    finish();
    await first;
  });

  it('that fail are logged and tried at their next time', async () => {
    const log: string[] = [];
    let runs = 0;
    const { clock, jobs } = setUp(async () => {
      runs += 1;
      throw new Error('no database');
    }, log);
    await jobs.tick();
    clock.advance(1_000);
    await jobs.tick();
    expect(runs).toBe(2);
    expect(log.map((line) => JSON.parse(line))).toMatchObject(
      Array(2).fill({ job: 'sweep', msg: 'job failed', err: { message: 'no database' } }),
    );
  });

  it('that run are waited for when stopping', async () => {
    let finish = () => {};
    let stopped = false;
    const { jobs } = setUp(
      () =>
        new Promise<void>((resolve) => {
          finish = resolve;
        }),
    );
    void jobs.tick();
    const stopping = jobs.stop().then(() => {
      stopped = true;
    });
    await Promise.resolve();
    expect(stopped).toBe(false);
    finish();
    await stopping;
    expect(stopped).toBe(true);
  });
});
