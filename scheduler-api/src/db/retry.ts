import { setTimeout as sleep } from 'node:timers/promises';

const conflicts = new Set([
  '40001', // PostgreSQL: could not serialise
  '40P01', // PostgreSQL: deadlock
  'SQLITE_BUSY',
  'SQLITE_BUSY_SNAPSHOT',
  'SQLITE_BUSY_RECOVERY',
]);

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined);

/** Whether the engine refused a transaction only for what others did at the same time. */
function isConflict(error: unknown): boolean {
  const code = codeOf(error);
  return typeof code === 'string' && conflicts.has(code);
}

/** Whether a row was refused because its key is there already. */
export function isDuplicate(error: unknown): boolean {
  const code = codeOf(error);
  return code === '23505' || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
}

/** Whether a row was refused because its time, of a specialist or a kiosk, is taken by another. */
export function isOverlap(error: unknown): boolean {
  const code = codeOf(error);
  return (
    code === '23P01' ||
    (code === 'SQLITE_CONSTRAINT_TRIGGER' && error instanceof Error && error.message.includes('_one_per_'))
  );
}

/** Tries again at most seven times, each time after a random part of a wait that doubles from 5 ms. */
export async function retryConflicts<T>(work: () => Promise<T>, wait: (ms: number) => Promise<unknown> = sleep) {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 7 || !isConflict(error)) throw error;
      await wait(Math.random() * 5 * 2 ** attempt);
    }
  }
}
