import { formatColumns } from '../../dev/run/table.ts';
import type { Row } from './row.ts';
import type { Summary } from './summary.ts';

const number = (value: number | null | undefined, unit: string, digits = 0) =>
  value === null || value === undefined ? '—' : `${value.toFixed(digits)}${unit}`;

/** A line per consultation, and what they come to. */
export function formatReport(rows: readonly Row[], summary: Summary): string {
  const table = formatColumns([
    ['', 'ring', 'first frame kiosk', 'console', 'frames/s kiosk', 'console', 'case', ''],
    ...rows.map((row) => [
      String(row.consultation),
      number(row.ringMs, ' ms'),
      number(row.kiosk.firstFrameMs, ' ms'),
      number(row.console.firstFrameMs, ' ms'),
      number(row.kiosk.received?.framesPerSecond, '', 1),
      number(row.console.received?.framesPerSecond, '', 1),
      row.onRecord?.number ?? '—',
      row.faults.length === 0 ? 'seen' : row.faults.join('; '),
    ]),
  ]);
  const totals = formatColumns([
    ['On record', `${summary.onRecord} of ${summary.asked}`],
    ['Ring, half within / 95 % within', `${number(summary.ringMsP50, ' ms')} / ${number(summary.ringMsP95, ' ms')}`],
    [
      'First frame at the kiosk',
      `${number(summary.firstFrameMsP50Kiosk, ' ms')} / ${number(summary.firstFrameMsP95Kiosk, ' ms')}`,
    ],
    [
      'First frame at the console',
      `${number(summary.firstFrameMsP50Console, ' ms')} / ${number(summary.firstFrameMsP95Console, ' ms')}`,
    ],
    [
      'Frames per second, least, kiosk / console',
      `${number(summary.framesPerSecondMinKiosk, '', 1)} / ${number(summary.framesPerSecondMinConsole, '', 1)}`,
    ],
    ['Voice heard at kiosk / console', `${summary.audioHeardKiosk} / ${summary.audioHeardConsole} of ${summary.asked}`],
    ['The kiosk ran on', summary.kioskRuntime],
  ]);
  return [...table, '', ...totals].map((line) => `  ${line}`.trimEnd()).join('\n');
}
