import { describe, expect, it } from 'vitest';
import { FlowJudge } from './media-watch.ts';
import { defaultRecoveryPolicy } from './recovery/recovery-policy.ts';

/** Samples each 400 ms for so long; `grows` says what grows. */
function watch(
  judge: FlowJudge,
  fromMs: number,
  untilMs: number,
  grows: { in?: boolean; out?: boolean; heard?: boolean; answered?: boolean },
  expected = true,
) {
  let verdict = 'none';
  for (let at = fromMs; at <= untilMs; at += 400) {
    const count = (does = true) => (does ? at : fromMs);
    verdict = judge.judge(
      {
        packetsReceived: count(grows.in),
        packetsSent: count(grows.out),
        reportsReceived: count(grows.heard),
        checksAnswered: count(grows.answered),
      },
      expected,
      at,
    );
  }
  return verdict;
}

describe('media', () => {
  it('flows while packets come', () => {
    expect(watch(new FlowJudge(defaultRecoveryPolicy), 0, 20_000, {})).toBe('flowing');
  });

  it('has stalled when nothing comes for a good second, neither what should come nor word that we are heard', () => {
    const silence = { in: false, heard: false };
    expect(watch(new FlowJudge(defaultRecoveryPolicy), 0, 800, silence)).toBe('flowing');
    expect(watch(new FlowJudge(defaultRecoveryPolicy), 0, 1_600, silence)).toBe('stalled');
  });

  it('is missing when it does not come, though we are heard: that is the other end’s trouble', () => {
    expect(watch(new FlowJudge(defaultRecoveryPolicy), 0, 1_600, { in: false })).toBe('missing');
  });

  it('is idle where nothing is to come, and then nothing is missed', () => {
    expect(watch(new FlowJudge(defaultRecoveryPolicy), 0, 60_000, { in: false, out: false }, false)).toBe('idle');
  });

  it('has stalled, too, when nothing is to come and the path is dead', () => {
    const quiet = { in: false, out: false };
    expect(watch(new FlowJudge(defaultRecoveryPolicy), 0, 8_000, { ...quiet, answered: false }, false)).toBe('stalled');
  });

  it('has stalled, too, when nobody says any more that they hear us', () => {
    expect(watch(new FlowJudge(defaultRecoveryPolicy), 0, 3_600, { heard: false })).toBe('flowing');
    expect(watch(new FlowJudge(defaultRecoveryPolicy), 0, 4_400, { heard: false })).toBe('stalled');
  });

  it('is not said to have stalled by a machine that slept', () => {
    const judge = new FlowJudge(defaultRecoveryPolicy);
    watch(judge, 0, 4_000, {});
    judge.forget();
    expect(
      judge.judge({ packetsReceived: 4_000, packetsSent: 9, reportsReceived: 9, checksAnswered: 9 }, true, 60_000),
    ).toBe('flowing');
  });
});
