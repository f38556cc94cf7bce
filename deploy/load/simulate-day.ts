import { writeFileSync } from 'node:fs';
import os from 'node:os';
import { choose, demands, isDominated } from '@remote-clerk/shared/domain/simulation/choose.ts';
import { type Row, simulate } from '@remote-clerk/shared/domain/simulation/simulate.ts';
import { parseOptions } from './simulate-day-options.mjs';

const options = parseOptions(process.argv.slice(2));
const heading = [
  'kept for walk-ins',
  'head starts (booked · priority · late)',
  'found no time',
  'at work',
  'booked, on time',
  'booked',
  'priority',
  'late',
  'walk-in',
  'over an hour',
  'passed by',
];
const line = (cells: readonly (string | number)[]) => console.log(`| ${cells.join(' | ')} |`);

console.log('Waits in minutes: half within · 95 % within · longest.\n');
line(heading);
line(heading.map(() => '---'));
const rows = simulate({ seed: options.seed, days: options.days, onRow: (row) => line(cellsOf(row)) });

const chosen = choose(rows);
const summary = chosen && {
  walkInShare: chosen.walkInShare,
  headStartBooked: chosen.headStarts.booked,
  headStartPriority: chosen.headStarts.priority,
  headStartLate: chosen.headStarts.late,
  onTimeShare: chosen.onTimeShare,
  walkInMinutesP50: chosen.waits['walk-in'].p50,
  walkInMinutesP95: chosen.waits['walk-in'].p95,
  waitedOverAnHour: chosen.starved,
  utilisation: chosen.utilisation,
  foundNoTimePercent: chosen.turnedAwayPercent,
  dominated: isDominated(chosen, rows),
};
const machine = { cpu: os.cpus()[0]?.model ?? 'unknown', cores: os.cpus().length, node: process.version };
if (options.json) {
  const parameters = { seed: options.seed, days: options.days, demands };
  writeFileSync(options.json, `${JSON.stringify({ machine, parameters, rows, summary: summary ?? {} }, null, 2)}\n`);
}
console.log(`\n${summary ? JSON.stringify(summary, null, 2) : 'No setting keeps what is demanded.'}`);
process.exitCode = summary && !summary.dominated ? 0 : 1;

function cellsOf(row: Row) {
  const { booked, priority, late } = row.waits;
  const waits = [booked, priority, late, row.waits['walk-in']].map(({ p50, p95, max }) =>
    [p50, p95, max].map(Math.round),
  );
  return [
    `${row.walkInShare} %`,
    row.rule,
    `${row.turnedAwayPercent} %`,
    percent(row.utilisation),
    percent(row.onTimeShare),
    ...waits.map((one) => one.join(' · ')),
    row.starved,
    `${Math.round(row.passedByP95)} · ${row.passedByMax}`,
  ];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
