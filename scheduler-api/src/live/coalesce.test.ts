import { expect, it } from 'vitest';
import { coalesce } from './coalesce.ts';

/** Work whose runs the test ends, one after another. */
function work() {
  const runs: { key: string; end: () => void; fail: (error: Error) => void }[] = [];
  const failures: unknown[] = [];
  const run = coalesce<string>((key) => new Promise<void>((end, fail) => runs.push({ key, end, fail })), {
    onFailure: (error) => failures.push(error),
    rest: () => Promise.resolve(),
  });
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
  return { run, runs, failures, settled };
}

it('shows many changes during one run once more, and no oftener', async () => {
  const { run, runs, settled } = work();
  for (let change = 0; change < 5; change += 1) run('a');
  expect(runs).toHaveLength(1);
  runs[0]?.end();
  await settled();
  expect(runs).toHaveLength(2);
  runs[1]?.end();
  await settled();
  expect(runs).toHaveLength(2);
});

it('runs again for a change that comes after all is done', async () => {
  const { run, runs, settled } = work();
  run('a');
  runs[0]?.end();
  await settled();
  run('a');
  expect(runs).toHaveLength(2);
});

it('rests between two runs, so that what follows at once is shown together', async () => {
  const runs: string[] = [];
  const { promise: rested, resolve: endRest } = Promise.withResolvers<void>();
  const run = coalesce<string>(
    async (key) => {
      runs.push(key);
    },
    { onFailure: () => undefined, rest: () => rested },
  );
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
  for (let change = 0; change < 3; change += 1) {
    run('a');
    await settled();
  }
  expect(runs).toEqual(['a']);
  endRest();
  await settled();
  expect(runs).toEqual(['a', 'a']);
});

it('lets different keys run beside each other', () => {
  const { run, runs } = work();
  run('a');
  run('b');
  expect(runs.map(({ key }) => key)).toEqual(['a', 'b']);
});

it('tells of a failure and still does what was asked for meanwhile', async () => {
  const { run, runs, failures, settled } = work();
  run('a');
  run('a');
  runs[0]?.fail(new Error('no database'));
  await settled();
  expect(failures).toEqual([new Error('no database')]);
  expect(runs).toHaveLength(2);
});
