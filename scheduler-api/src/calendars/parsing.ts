import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { CalendarProblem, ExternalCalendar } from '@remote-clerk/shared/contracts/http/calendars.ts';
import type { Interval } from '@remote-clerk/shared/domain/scheduling/interval.ts';
import { z } from 'zod';
import { UnreadableCalendar } from './unreadable.ts';

const Times = z.object({ from: z.number(), until: z.number() });

export const ParsingTask = z.object({
  kind: ExternalCalendar.shape.kind,
  /** iCalendar, or XML with iCalendar in it. */
  body: z.string(),
  window: Times,
  timeZone: z.string(),
});
export type ParsingTask = z.infer<typeof ParsingTask>;

export const ParsingAnswer = z.union([z.object({ busy: z.array(Times) }), z.object({ problem: CalendarProblem })]);
export type ParsingAnswer = z.infer<typeof ParsingAnswer>;

const program = fileURLToPath(new URL('./parsing-process.ts', import.meta.url));
const usualLimits = { milliseconds: 10_000, megabytes: 192 };
const mostAtOnce = 2;

/**
 * Reads calendars, each in a process of its own: a text can be made so that reading it never ends or takes all memory, and
 * neither can be helped from within. Such a process knows nothing else, has none of our environment, and is killed in time.
 */
export function createParser(limits = usualLimits) {
  let running = 0;
  const waiting: (() => void)[] = [];

  return async (task: ParsingTask): Promise<Interval[]> => {
    if (running >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await parseInProcess(task, limits);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
export type Parser = ReturnType<typeof createParser>;

async function parseInProcess(task: ParsingTask, limits: typeof usualLimits): Promise<Interval[]> {
  const child = fork(program, {
    execArgv: [`--max-old-space-size=${limits.megabytes}`],
    env: {},
    // What libraries print may have titles in it.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    child.kill('SIGKILL');
  }, limits.milliseconds);
  try {
    const message = await new Promise<unknown>((resolve, reject) => {
      child.once('message', resolve);
      child.once('error', reject);
      child.once('exit', () => reject(new UnreadableCalendar(isLate ? 'too-slow' : 'too-large')));
      child.send(task);
    });
    const answer = ParsingAnswer.parse(message);
    if ('problem' in answer) throw new UnreadableCalendar(answer.problem);
    return answer.busy;
  } finally {
    clearTimeout(timer);
    child.kill('SIGKILL');
  }
}
