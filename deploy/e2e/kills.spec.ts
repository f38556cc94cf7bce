import { expect, test } from '@playwright/test';
import type { KioskConsultation } from '@remote-clerk/shared/contracts/views.ts';
import { defaultPatience } from '@remote-clerk/shared/domain/consultation.ts';
import { Lane, type Step, steps } from './light/lane.ts';
import { openAdministration } from './support/administration.ts';
import { eventually } from './support/eventually.ts';
import { type KillableSystem, startKillableSystem } from './support/killable-system.ts';

/** Each institution's own specialist: one for each step that a kill happens at. */
const specialists: Record<Step, string> = { waiting: 'ilze', ringing: 'dace', accepted: 'andrejs', ended: 'liga' };

/** What it may take beyond the patience to notice and to act on it, on a busy machine. */
const noticeMs = 8_000;
const { specialistLostMs, kioskLostMs, nodeLostMs, connectMs } = defaultPatience;

type Outcome = { says: (consultation: KioskConsultation) => boolean; withinMs: number };
const state =
  (...wanted: KioskConsultation['state'][]) =>
  (consultation: KioskConsultation) =>
    wanted.includes(consultation.state);
const stays = (...wanted: KioskConsultation['state'][]): Outcome => ({ says: state(...wanted), withinMs: noticeMs });
const becomes = (wanted: KioskConsultation['state'][], patienceMs: number): Outcome => ({
  says: state(...wanted),
  withinMs: patienceMs + noticeMs,
});
const kioskLost: Outcome = {
  says: ({ state: now, endReason }) => now === 'abandoned' && endReason === 'kiosk-lost',
  withinMs: kioskLostMs + noticeMs,
};
const withoutRoom = (...wanted: KioskConsultation['state'][]): Outcome => ({
  says: (consultation) => state(...wanted)(consultation) && consultation.room === null,
  withinMs: nodeLostMs + noticeMs,
});

type Victim = {
  name: string;
  kill: (lanes: Lane[], system: KillableSystem) => Promise<void> | void;
  /** Brings back what an operator or the machine itself starts again. */
  restart?: (lanes: Lane[], system: KillableSystem) => Promise<void>;
  /** Whether the restart comes before the state is looked at. */
  isAwayBriefly?: boolean;
  outcomes: Record<Step, Outcome>;
  /** Whether the very same consultation can be held after the restart. */
  goesOn?: boolean;
};

const victims: Victim[] = [
  {
    name: "the console's browser",
    kill: (lanes) => lanes.forEach(({ specialist }) => void specialist.vanish()),
    outcomes: {
      waiting: stays('waiting'),
      ringing: becomes(['waiting'], specialistLostMs),
      accepted: becomes(['waiting'], specialistLostMs),
      ended: stays('ended'),
    },
  },
  {
    name: 'the kiosk host',
    kill: (lanes) => lanes.forEach(({ kiosk }) => void kiosk.vanish()),
    outcomes: { waiting: kioskLost, ringing: kioskLost, accepted: kioskLost, ended: stays('ended') },
  },
  {
    name: 'the sfu-server',
    kill: (_lanes, { sfu }) => sfu.kill(),
    restart: (_lanes, { sfu }) => sfu.start(),
    outcomes: {
      waiting: withoutRoom('waiting'),
      ringing: withoutRoom('offered', 'waiting'),
      accepted: withoutRoom('waiting'),
      ended: stays('ended'),
    },
    goesOn: true,
  },
  {
    name: 'the scheduler-api',
    kill: (_lanes, { api }) => api.kill(),
    isAwayBriefly: true,
    async restart(lanes, { api }) {
      await api.start();
      // Kiosks and consoles come back by themselves.
      await Promise.all(lanes.flatMap(({ kiosk, specialist }) => [kiosk.connect(), specialist.connect()]));
    },
    outcomes: {
      waiting: stays('waiting'),
      ringing: stays('offered', 'waiting'),
      // Rings at once again: the specialist is there, and only the media never came.
      accepted: becomes(['waiting', 'offered'], connectMs),
      ended: stays('ended'),
    },
  },
];

test.describe('No consultation hangs before or after the call when', () => {
  let system: KillableSystem;
  let lanes: Lane[];

  test.beforeAll(async ({ browserName: _ }, { project }) => {
    test.setTimeout(180_000);
    system = await startKillableSystem(`${project.outputDir}/kills-logs`);
    const makeKiosk = await openAdministration(system);
    lanes = await Promise.all(
      steps.map(async (step) => Lane.open(step, system, specialists[step], await makeKiosk(`Kiosks ${step}`))),
    );
  });
  test.afterAll(() => system?.close());

  for (const { name, kill, restart, isAwayBriefly = false, outcomes, goesOn = false } of victims) {
    test(`${name} is killed`, async () => {
      const asked = await Promise.all(lanes.map((lane) => lane.reach()));
      await kill(lanes, system);
      if (isAwayBriefly) await restart?.(lanes, system);
      await Promise.all(
        lanes.map(async (lane, index) => {
          const { says, withinMs } = outcomes[lane.step];
          const what = `${name} killed while ${lane.step}`;
          const { seen, afterMs } = await eventually(what, () => lane.consultation(), says, withinMs);
          expect(seen.id).toBe(asked[index]);
          console.log(`    ${what}: ${seen.state}${seen.endReason ? ` (${seen.endReason})` : ''} after ${afterMs} ms`);
        }),
      );
      if (!isAwayBriefly) await restart?.(lanes, system);
      if (goesOn) await Promise.all(lanes.map((lane, index) => lane.goOn(asked[index])));
      await Promise.all(lanes.map((lane) => lane.holdAnother()));
    });
  }
});
