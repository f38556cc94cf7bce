import { setTimeout as sleep } from 'node:timers/promises';
import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import { messages } from '../../../clerk-console/src/messages/messages.ts';
import type { Call } from '../link/linked-ends.ts';
import { cameBackAt } from './came-back.ts';
import type { ChatWriter } from './chat-writer.ts';
import { seenSince } from './frames.ts';
import type { Scenario, Stage } from './scenarios.ts';

const giveUpMs = 60_000;
/** How long lines and notes may take to arrive once the picture is back. */
const arriveWithinMs = 30_000;
const lookEveryMs = 250;

/** What one run of a step was. `seconds`: until the picture was back at both ends, null when it did not come. */
export type Run = { row: string; seconds: number | null; lost: string[] };

type Held = { call: Call; writers: readonly ChatWriter[] };

/** Puts one scenario into a call that goes well. @returns a run for each of its steps, as far as it came */
export async function runFault(scenario: Scenario, stage: Stage, { call, writers }: Held): Promise<Run[]> {
  const runs: Run[] = [];
  const note = `${stage.round + 1}: ${new Date().toISOString()}`;
  const finishWriting = writers.map((writer) => writer.start(call.consultationId));
  await seenAtBoth(stage, Date.now());
  await stage.ends.console.page.getByRole('textbox', { name: messages.lv['case.notes'] }).fill(note);
  for (const { row, strike } of scenario.steps) {
    const { since, isBack } = await strike(stage);
    const back = await waitUntilBack(stage, since, isBack);
    runs.push({ row, seconds: back === null ? null : (back - since) / 1000, lost: [] });
    if (back === null) break;
  }
  await scenario.restore?.(stage);
  const written = await Promise.all(finishWriting.map((finish) => finish(arriveWithinMs)));
  runs.at(-1)?.lost.push(...(await whatIsLost(stage, call, written.flat(), note)));
  return runs;
}

/** @returns when it was back at the end where it took longer, in milliseconds since 1970 */
async function waitUntilBack(
  stage: Stage,
  since: number,
  isBack: (() => Promise<boolean>) | undefined,
): Promise<number | null> {
  let from = isBack ? null : since;
  for (const until = Date.now() + giveUpMs; Date.now() < until; await sleep(lookEveryMs)) {
    if (from === null && isBack && (await isBack())) from = Date.now();
    if (from === null) continue;
    const ends = await seenAtBoth(stage, from);
    const [kiosk, desk] = ends;
    if (kiosk !== null && desk !== null) return Math.max(kiosk, desk);
  }
  return null;
}

const seenAtBoth = async ({ ends }: Stage, since: number) =>
  Promise.all(
    [ends.kiosk.page, ends.console.page].map(async (page) => {
      const seen = await seenSince(page, since);
      return cameBackAt(seen, since, seen.now);
    }),
  ).then(([kiosk = null, desk = null]) => [kiosk, desk] as const);

async function whatIsLost({ ends }: Stage, { caseId }: Call, lines: string[], note: string): Promise<string[]> {
  const params = { caseId };
  const read = () => ends.staff.call(routes.readServiceCase, { params });
  let found = await read();
  for (const until = Date.now() + arriveWithinMs; found.notes !== note && Date.now() < until; found = await read())
    await sleep(lookEveryMs);
  const times = (line: string) => found.chat.filter(({ text }) => text === line).length;
  return [
    ...(found.state === 'live' ? [] : [`the call: ${found.state} (${found.endReason})`]),
    ...(found.notes === note ? [] : ['the note']),
    ...lines.filter((line) => times(line) !== 1).map((line) => `${line}: there ${times(line)} times`),
  ];
}
