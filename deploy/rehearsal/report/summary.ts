import { isOnRecord } from './faults.ts';
import { percentile } from './percentile.ts';
import type { Row } from './row.ts';

/** Milliseconds and frames per second; null where nothing was measured. */
export type Summary = {
  asked: number;
  onRecord: number;
  ringMsP50: number | null;
  ringMsP95: number | null;
  firstFrameMsP50Kiosk: number | null;
  firstFrameMsP95Kiosk: number | null;
  firstFrameMsP50Console: number | null;
  firstFrameMsP95Console: number | null;
  framesPerSecondMinKiosk: number | null;
  framesPerSecondMinConsole: number | null;
  /** In how many consultations the other end's voice was heard. */
  audioHeardKiosk: number;
  audioHeardConsole: number;
  kioskRuntime: string;
};

export function summarise(rows: readonly Row[], kioskRuntime: string): Summary {
  const measured = (read: (row: Row) => number | null | undefined) =>
    rows.map(read).filter((value): value is number => typeof value === 'number');
  const ring = measured((row) => row.ringMs);
  const atKiosk = measured((row) => row.kiosk.firstFrameMs);
  const atConsole = measured((row) => row.console.firstFrameMs);
  const least = (values: number[]) => (values.length > 0 ? Math.round(Math.min(...values) * 10) / 10 : null);
  const middle = (values: number[], share: number) => {
    const value = percentile(values, share);
    return value === null ? null : Math.round(value);
  };
  return {
    asked: rows.length,
    onRecord: rows.filter(isOnRecord).length,
    ringMsP50: middle(ring, 0.5),
    ringMsP95: middle(ring, 0.95),
    firstFrameMsP50Kiosk: middle(atKiosk, 0.5),
    firstFrameMsP95Kiosk: middle(atKiosk, 0.95),
    firstFrameMsP50Console: middle(atConsole, 0.5),
    firstFrameMsP95Console: middle(atConsole, 0.95),
    framesPerSecondMinKiosk: least(measured((row) => row.kiosk.received?.framesPerSecond)),
    framesPerSecondMinConsole: least(measured((row) => row.console.received?.framesPerSecond)),
    audioHeardKiosk: rows.filter((row) => row.kiosk.received?.heard === 'specialist').length,
    audioHeardConsole: rows.filter((row) => row.console.received?.heard === 'citizen').length,
    kioskRuntime,
  };
}

/** Whether all of it was really seen: what the exit code says. */
export const isAllSeen = (rows: readonly Row[], wanted: number): boolean =>
  rows.length === wanted && rows.every((row) => row.faults.length === 0 && isOnRecord(row));
