import { describe, expect, it } from 'vitest';
import type { Row } from './series.ts';
import { carriedBy, summarise } from './summary.ts';

const row = (server: string, calls: number, cpuShare: number, more: Partial<Row> = {}): Row => ({
  server,
  people: 2,
  calls,
  cpuShare,
  mainShare: 0,
  clientsShare: 0.5,
  stealShare: 0,
  lossPercent: 0,
  clientsLateMs: 0,
  packetsPerSecond: calls * 160,
  memoryMb: 100 + calls / 2,
  emptyMb: 100,
  verdict: 'held',
  ...more,
});

describe('calls per core', () => {
  it('are those of the largest step that all held, by the share of a core that they took', () => {
    const rows = [
      row('ours', 10, 0.1),
      row('bare', 10, 0.1),
      row('ours', 20, 0.16),
      row('bare', 20, 0.16),
      row('ours', 40, 0.2),
      row('bare', 40, 0.9, { verdict: 'lossy' }),
    ];
    expect(carriedBy(rows, 'ours')).toMatchObject({ callsPerCore: 125, held: 40, memoryMbPerCall: 0.5 });
    expect(carriedBy(rows, 'bare')).toMatchObject({ callsPerCore: 125, held: 20 });
  });
  it('are unknown for one that held nothing', () => {
    const rows = [row('ours', 10, 0.1), row('bare', 10, 0, { verdict: 'broken' })];
    expect(carriedBy(rows, 'bare')).toBeNull();
    expect(summarise(rows)).toMatchObject({ callsPerCore: 100, bareCallsPerCore: null, ratioToBare: null });
  });
  it('are compared with Janus at its better setting', () => {
    const rows = [row('ours', 10, 0.1), row('janus', 10, 0.4), row('janus, event_loops = 1', 10, 0.2)];
    expect(summarise(rows)).toMatchObject({ janusSetting: 'janus, event_loops = 1', ratioToJanus: 2 });
  });
  it('of ours are told of the worker alone too, which has a core of its own', () => {
    const rows = [row('ours', 10, 0.15, { mainShare: 0.05 }), row('bare', 10, 0.1)];
    expect(summarise(rows)).toMatchObject({ ratioToBare: 0.667, workerRatioToBare: 1 });
  });
});
