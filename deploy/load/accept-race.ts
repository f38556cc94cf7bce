import { randomUUID } from 'node:crypto';
import { consultationRoutes } from '@remote-clerk/shared/contracts/http/consultations.ts';
import { kioskRoutes } from '@remote-clerk/shared/contracts/http/kiosks.ts';
import { parseOptions } from './accept-race-options.mjs';
import { createKiosk, createRacers, type Press, pretendMediaNode } from './accept-race-people.ts';
import { startServer } from './load-server.ts';
import { percentile, report } from './measured.ts';

type Row = { round: number; winners: number; problems: Record<string, number>; acceptMs: number[] };

/** What all but one are told. */
const expectedRefusals = ['already-taken'];

const options = parseOptions(process.argv.slice(2));
console.log(`Starting a scheduler-api on ${options.db} with ${options.specialists} specialists …`);
const server = await startServer(options.db);
const rows: Row[] = [];
try {
  const stopNode = await pretendMediaNode(server);
  const { racers, serviceId } = await createRacers(server, options.specialists);
  const kiosk = await createKiosk(server);
  await Promise.all(racers.map((racer) => racer.warm()));

  for (let round = 1; round <= options.rounds; round += 1) {
    const { consultationId } = await kiosk.call(consultationRoutes.askForConsultation, {
      body: { serviceId, language: 'lv' },
      idempotencyKey: randomUUID(),
    });
    const presses = await Promise.all(racers.map((racer) => racer.press(consultationId)));
    rows.push(toRow(round, presses));
    const winner = presses.findIndex(({ outcome }) => outcome === 'accepted');
    await racers[winner]?.end(consultationId);
    await kiosk.call(kioskRoutes.wipeKiosk, { body: {} });
    if (round % 20 === 0 || round === options.rounds) console.log(describe(rows.slice(-20)));
  }
  stopNode();
  for (const racer of racers) racer.close();
} finally {
  await server.stop();
}

const all = rows.flatMap(({ acceptMs }) => acceptMs);
const refusals = rows.flatMap(({ problems }) => Object.entries(problems));
const sum = (entries: [string, number][]) => entries.reduce((total, [, count]) => total + count, 0);
const summary = {
  rounds: rows.length,
  specialists: options.specialists,
  exactlyOneWinner: rows.filter(({ winners }) => winners === 1).length,
  otherProblems: sum(refusals.filter(([name]) => !expectedRefusals.includes(name))),
  fiveHundreds: sum(refusals.filter(([name]) => name === 'internal')),
  acceptMsP50: percentile(all, 0.5),
  acceptMsP95: percentile(all, 0.95),
};
const { db, rounds, specialists } = options;
report(options.json, { parameters: { db, rounds, specialists }, rows, summary });
process.exitCode = summary.exactlyOneWinner === options.rounds && summary.otherProblems === 0 ? 0 : 1;

function toRow(round: number, presses: Press[]): Row {
  const problems: Record<string, number> = {};
  for (const { outcome } of presses) if (outcome !== 'accepted') problems[outcome] = (problems[outcome] ?? 0) + 1;
  return {
    round,
    winners: presses.filter(({ outcome }) => outcome === 'accepted').length,
    problems,
    acceptMs: presses.map(({ ms }) => Math.round(ms * 10) / 10),
  };
}

function describe(lately: Row[]): string {
  const [first, last] = [lately[0]?.round, lately.at(-1)?.round];
  const winners = lately.map((row) => row.winners).join(' ');
  const times = lately.flatMap(({ acceptMs }) => acceptMs);
  return `rounds ${first}–${last}: winners ${winners}; p50 ${percentile(times, 0.5)} ms, p95 ${percentile(times, 0.95)} ms`;
}
