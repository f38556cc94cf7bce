import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginClimb, type Climb, type Facts, nextStep, type Rung } from './ladder.ts';
import { defaultRecoveryPolicy as policy } from './recovery-policy.ts';

const well: Facts = { signaling: 'open', media: 'flowing', node: 'some' };

/** Climbs for so long, each attempt failing at once as `attempt` says. @returns the rungs that were tried, with their times */
function climbFor(
  milliseconds: number,
  facts: Facts,
  attempt: (rung: Rung, climb: Climb) => void = () => undefined,
): Array<[Rung, number]> {
  const climb = beginClimb(0);
  const tried: Array<[Rung, number]> = [];
  for (let nowMs = 0; nowMs <= milliseconds; nowMs += 50) {
    const step = nextStep(facts, climb, nowMs, policy);
    if (!step || step.rung === 'wait' || step.atMs > nowMs) continue;
    tried.push([step.rung, nowMs]);
    const attempts =
      step.rung === 'resume' ? climb.resume : step.rung === 'restart-ice' ? climb.restartIce : climb.rejoin;
    attempts.times += 1;
    attempts.lastAtMs = nowMs;
    attempt(step.rung, climb);
  }
  return tried;
}
const rungsOf = (tried: Array<[Rung, number]>) => tried.map(([rung]) => rung);

describe('the ladder', () => {
  it('has nothing to do while all is well, or nothing is to come', () => {
    expect(nextStep(well, beginClimb(0), 0, policy)).toBeNull();
    expect(nextStep({ ...well, media: 'idle' }, beginClimb(0), 60_000, policy)).toBeNull();
  });

  it('lets a young stall pass, then restarts ICE, then rejoins', () => {
    const tried = climbFor(12_000, { ...well, media: 'stalled' });
    expect(tried.slice(0, 2)).toEqual([
      ['restart-ice', policy.waitMs],
      ['rejoin', policy.waitMs + policy.restartIce.everyMs],
    ]);
  });

  it('waits longer for what is missing while its own path stands: the other end is being brought back', () => {
    expect(climbFor(policy.missingMs - 50, { ...well, media: 'missing' })).toEqual([]);
    expect(rungsOf(climbFor(12_000, { ...well, media: 'missing' }))[0]).toBe('restart-ice');
  });

  it('resumes the signalling at once, and again and again, before anything else', () => {
    const tried = climbFor(2_900, { ...well, signaling: 'lost' });
    expect(tried[0]).toEqual(['resume', 0]);
    expect(new Set(rungsOf(tried))).toEqual(new Set(['resume']));
  });

  it('does both by turns when the line stays down', () => {
    const tried = rungsOf(climbFor(20_000, { ...well, signaling: 'lost', media: 'stalled' })).slice(8);
    expect(tried.filter((rung) => rung === 'rejoin').length).toBeGreaterThan(2);
    expect(tried.filter((rung) => rung === 'resume').length).toBeGreaterThan(2);
  });

  it('looks for another node as soon as nobody listens where it was', () => {
    const tried = climbFor(1_000, { ...well, signaling: 'lost' }, (rung, climb) => {
      if (rung === 'resume') climb.resume.refusals += 1;
    });
    expect(rungsOf(tried).slice(0, 3)).toEqual(['resume', 'resume', 'rejoin']);
    expect(tried[2]?.[1]).toBeLessThan(600);
  });

  it('rejoins at once when its stay is over', () => {
    expect(climbFor(0, { ...well, signaling: 'gone' })).toEqual([['rejoin', 0]]);
  });

  it('goes direct when there is no node, and looks for one every two seconds', () => {
    const tried = climbFor(10_000, { ...well, signaling: 'gone', node: 'none' });
    expect(new Set(rungsOf(tried))).toEqual(new Set(['direct']));
    expect(tried.map(([, at]) => at)).toEqual([0, 2_000, 4_000, 6_000, 8_000, 10_000]);
  });

  it('never comes to an end: whatever goes wrong, something is tried within four seconds', () => {
    fc.assert(
      fc.property(
        fc.record({
          signaling: fc.constantFrom<Facts['signaling']>('open', 'lost', 'gone'),
          media: fc.constantFrom<Facts['media']>('stalled', 'missing'),
          node: fc.constantFrom<Facts['node']>('some', 'none'),
        }),
        fc.boolean(),
        (facts, refused) => {
          const times = climbFor(120_000, facts, (rung, climb) => {
            if (refused && rung === 'resume') climb.resume.refusals += 1;
          }).map(([, at]) => at);
          for (const [index, at] of times.entries()) expect(at - (times[index - 1] ?? 0)).toBeLessThanOrEqual(4_000);
          expect(120_000 - (times.at(-1) ?? 0)).toBeLessThanOrEqual(3_000);
        },
      ),
    );
  });
});
