import { describe, expect, test } from 'vitest';
import type { Row } from './row.ts';
import { isAllSeen, summarise } from './summary.ts';

const received = (heard: string, framesPerSecond = 30): Row['kiosk']['received'] => ({
  seconds: 6,
  framesPerSecond,
  width: 640,
  height: 480,
  framesDropped: 0,
  longestGapMs: 50,
  pictureMoves: true,
  seen: heard,
  audioLevelDb: -18,
  heard,
});

const row = (changes: Partial<Row> = {}): Row => ({
  consultation: 1,
  language: 'lv',
  service: 'Pension',
  ringMs: 100,
  ringFromServerMs: 80,
  kiosk: { firstFrameMs: 300, received: received('specialist') },
  console: { firstFrameMs: 320, received: received('citizen') },
  caseId: 'a',
  onRecord: {
    id: 'a',
    number: '2026-1',
    state: 'ended',
    askedAt: '',
    acceptedAt: '',
    liveAt: '',
    endedAt: '',
    outcome: 'advised',
    notes: '',
    rating: 5,
    hasQuality: true,
  },
  steps: [],
  faults: [],
  ...changes,
});

const failed = row({
  ringMs: null,
  kiosk: { firstFrameMs: null, received: null },
  console: { firstFrameMs: null, received: null },
  onRecord: null,
  faults: ['nobody was rung'],
});

describe('the summary of a rehearsal', () => {
  test('counts what was asked for, what stands on record and where a voice was heard', () => {
    const summary = summarise(
      [row(), failed, row({ kiosk: { firstFrameMs: 250, received: received('citizen') } })],
      'Electron',
    );
    expect(summary).toMatchObject({
      asked: 3,
      onRecord: 2,
      audioHeardKiosk: 1,
      audioHeardConsole: 2,
      kioskRuntime: 'Electron',
    });
  });

  test('takes its figures from what was measured alone', () => {
    const slow = row({ ringMs: 290.6, kiosk: { firstFrameMs: 900, received: received('specialist', 21.25) } });
    expect(summarise([row(), failed, slow], 'Electron')).toMatchObject({
      ringMsP50: 100,
      ringMsP95: 291,
      firstFrameMsP95Kiosk: 900,
      firstFrameMsP50Console: 320,
      framesPerSecondMinKiosk: 21.3,
      framesPerSecondMinConsole: 30,
    });
  });

  test('has no figure for what was never measured', () => {
    expect(summarise([failed], 'Electron')).toMatchObject({
      onRecord: 0,
      ringMsP50: null,
      framesPerSecondMinKiosk: null,
    });
  });
});

describe('a rehearsal was really seen', () => {
  test('when every consultation was held without a fault', () => {
    expect(isAllSeen([row(), row()], 2)).toBe(true);
  });

  test('not when one is missing, has a fault, or is not on record', () => {
    expect(isAllSeen([row()], 2)).toBe(false);
    expect(isAllSeen([row(), row({ faults: ['console: no voice is heard'] })], 2)).toBe(false);
    expect(isAllSeen([row({ onRecord: null })], 1)).toBe(false);
  });
});
