// Times calls of ours and of a minimal client on bare mediasoup. Everything is set up already.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../dev/setup/paths.mjs';
import { openEnds } from '../link/linked-ends.ts';
import { startLinkedSystem } from '../link/linked-system.ts';
import { percentile, report } from '../measured.ts';
import { startBareCalls } from './bare-calls.ts';
import { parseOptions } from './options.mjs';
import { holdOurCall } from './our-call.ts';

/** 100 ms round trip and 1 % loss in each direction, at both ends. */
const impairment = { delayMs: 50, lossShare: 0.01 };
const targets = { ratioToBare: 0.6, impairedMsP95: 1_000 };

const options = parseOptions(process.argv.slice(2));
const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
const out = path.resolve(options.out ?? path.join(root, '.data/join', stamp));
mkdirSync(out, { recursive: true });
const stopped = Promise.withResolvers<never>();
stopped.promise.catch(() => undefined);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => stopped.reject(new Error('Stopped by hand')));

type Row = { call: number; kind: 'ours' | 'bare' | 'impaired'; milliseconds: number };
const rows: Row[] = [];
const note = (call: number, kind: Row['kind'], milliseconds: number) => {
  rows.push({ call, kind, milliseconds: Math.round(milliseconds) });
  console.error(`  ${call} ${kind}: ${Math.round(milliseconds)} ms`);
};
const calls = Array.from({ length: options.calls }, (_, index) => index + 1);

const system = await startLinkedSystem({ logFolder: path.join(out, 'logs'), nodes: 1, db: 'sqlite' });
const bare = await startBareCalls();

async function beside(): Promise<void> {
  const ends = await openEnds(system, { kioskName: 'Kiosks 1', linked: false });
  try {
    const citizen = ends.kiosk.page.context().browser();
    if (!citizen) throw new Error('The kiosk runs in no browser');
    for (const call of calls) {
      note(call, 'ours', await holdOurCall(ends));
      note(call, 'bare', await bare.hold(citizen, ends.console.browser));
    }
  } finally {
    await ends.close();
  }
}

async function impaired(): Promise<void> {
  const ends = await openEnds(system, { kioskName: 'Kiosks 2', linked: true });
  try {
    for (const link of Object.values(system.links)) link.impair(impairment);
    for (const call of calls) note(call, 'impaired', await holdOurCall(ends));
  } finally {
    await ends.close();
  }
}

try {
  await Promise.race([beside().then(impaired), stopped.promise]);
} finally {
  bare.close();
  await system.close();
}

const of = (kind: Row['kind'], share: number) =>
  percentile(
    rows.filter((row) => row.kind === kind).map(({ milliseconds }) => milliseconds),
    share,
  );
const summary = {
  acceptToFirstFrameMsP50: of('ours', 0.5),
  acceptToFirstFrameMsP95: of('ours', 0.95),
  bareMsP50: of('bare', 0.5),
  bareMsP95: of('bare', 0.95),
  ratioToBare: Math.round((of('ours', 0.5) / of('bare', 0.5)) * 100) / 100,
  impairedMsP95: of('impaired', 0.95),
};
report(options.json, { parameters: { calls: options.calls, impairment }, rows, summary });
process.exit(summary.ratioToBare <= targets.ratioToBare && summary.impairedMsP95 <= targets.impairedMsP95 ? 0 : 1);
