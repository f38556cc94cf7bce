import { describe, expect, test } from 'vitest';
import type { ReceivedMedia } from '../sides/received-media.ts';
import { mediaFaults, recordFaults } from './faults.ts';
import type { CaseOnRecord } from './row.ts';

const good: ReceivedMedia = {
  seconds: 6,
  framesPerSecond: 29.8,
  width: 640,
  height: 480,
  framesDropped: 0,
  longestGapMs: 60,
  pictureMoves: true,
  seen: 'citizen',
  audioLevelDb: -20,
  heard: 'citizen',
};
const record: CaseOnRecord = {
  id: 'a',
  number: '2026-1',
  state: 'ended',
  askedAt: '2026-11-20T10:00:00.000Z',
  acceptedAt: '2026-11-20T10:00:01.000Z',
  liveAt: '2026-11-20T10:00:01.300Z',
  endedAt: '2026-11-20T10:00:09.000Z',
  outcome: 'advised',
  notes: 'Asked about a pension.',
  rating: 5,
  hasQuality: true,
};
const wanted = { notes: 'Asked about a pension.', outcome: 'advised', rating: 5 };

describe('what an end received', () => {
  test('is without fault when it is the other one, moving and speaking', () => {
    expect(mediaFaults('console', 'citizen', good)).toEqual([]);
  });

  test('is at fault when it is slow, still, or of somebody else', () => {
    const bad = { ...good, framesPerSecond: 12, pictureMoves: false, seen: 'specialist', heard: 'specialist' };
    expect(mediaFaults('console', 'citizen', bad)).toEqual([
      'console: 12.0 frames/s, wanted 20',
      'console: the picture stands still',
      "console: the picture is not the citizen's",
      "console: the voice is the specialist's, not the citizen's",
    ]);
  });

  test('is at fault when it is silent', () => {
    expect(mediaFaults('kiosk', 'citizen', { ...good, heard: null, audioLevelDb: -90 })).toEqual([
      'kiosk: no voice is heard (-90 dB)',
    ]);
  });
});

describe('what stands on record', () => {
  test('is without fault when it says what happened', () => {
    expect(recordFaults(record, wanted)).toEqual([]);
  });

  test('is at fault when a step has no time, or one before the step ahead of it', () => {
    expect(recordFaults({ ...record, liveAt: null }, wanted)).toHaveLength(1);
    expect(recordFaults({ ...record, endedAt: '2026-11-20T09:00:00.000Z' }, wanted)).toHaveLength(1);
  });

  test('is at fault when what was said and done is not in it', () => {
    const bare = { ...record, state: 'dropped', outcome: null, notes: '', rating: null, hasQuality: false };
    expect(recordFaults(bare, wanted)).toHaveLength(5);
  });
});
