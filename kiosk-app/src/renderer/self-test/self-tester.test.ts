import { describe, expect, it } from 'vitest';
import type { SelfTestFindings } from '../kiosk/kiosk-server.ts';
import { SelfTester, type SelfTestMeasures } from './self-tester.ts';

const minute = 60_000;
const settled = () => new Promise((resolve) => setImmediate(resolve));

function tester(measures: Partial<SelfTestMeasures> = {}) {
  const saved: SelfTestFindings[] = [];
  const clock = { nowMs: 0 };
  let timer: { run: () => void; dueMs: number } | null = null;
  const selfTester = new SelfTester({
    measures: {
      camera: async () => 30,
      sound: async () => ({ microphone: 0.2, speaker: 0.5 }),
      documentCamera: async () => 'none',
      network: async () => ({ roundTripMs: 30, packetLossPercent: 0 }),
      ...measures,
    },
    server: { saveSelfTest: async (found) => void saved.push(found) },
    now: () => clock.nowMs,
    later: (run, milliseconds) => {
      const mine = { run, dueMs: clock.nowMs + milliseconds };
      timer = mine;
      return () => {
        if (timer === mine) timer = null;
      };
    },
  });
  const pass = async (milliseconds: number) => {
    clock.nowMs += milliseconds;
    if (timer && timer.dueMs <= clock.nowMs) {
      const { run } = timer;
      timer = null;
      run();
    }
    await settled();
  };
  return { selfTester, saved, pass };
}

describe('SelfTester', () => {
  it('tests a moment after the kiosk came to rest, and tells the server', async () => {
    const { selfTester, saved, pass } = tester();
    selfTester.follow(true);
    await pass(7_000);
    expect(saved).toHaveLength(0);
    await pass(1_000);
    expect(saved).toHaveLength(1);
  });

  it('tests after each visit, but not within ten minutes of the last test', async () => {
    const { selfTester, saved, pass } = tester();
    selfTester.follow(true);
    await pass(10_000);
    selfTester.follow(false);
    selfTester.follow(true);
    await pass(5 * minute);
    expect(saved).toHaveLength(1);
    await pass(5 * minute);
    expect(saved).toHaveLength(2);
  });

  it('tests now and then while nobody comes', async () => {
    const { selfTester, saved, pass } = tester();
    selfTester.follow(true);
    await pass(10_000);
    selfTester.follow(true);
    await pass(29 * minute);
    expect(saved).toHaveLength(1);
    await pass(minute);
    expect(saved).toHaveLength(2);
  });

  it('ends at once when somebody comes, says nothing, and begins anew when they are gone', async () => {
    let ended = false;
    const { selfTester, saved, pass } = tester({
      camera: (signal) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => {
            ended = true;
            resolve(null);
          });
        }),
    });
    selfTester.follow(true);
    await pass(8_000);
    selfTester.follow(false);
    await settled();
    expect([ended, saved.length, selfTester.getSnapshot().failed]).toEqual([true, 0, []]);
  });

  it('says what failed, until a test finds it well again', async () => {
    let frames: number | null = null;
    const { selfTester, pass } = tester({ camera: async () => frames });
    selfTester.follow(true);
    await pass(8_000);
    expect(selfTester.getSnapshot().failed).toEqual(['camera']);
    frames = 30;
    await pass(30 * minute);
    expect(selfTester.getSnapshot().failed).toEqual([]);
  });
});
