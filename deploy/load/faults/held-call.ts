import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import { type Call, type LinkedEnds, openEnds } from '../link/linked-ends.ts';
import type { LinkedSystem } from '../link/linked-system.ts';
import { pluggableCamera } from './camera.ts';
import { ChatWriter } from './chat-writer.ts';
import { findCarrier } from './victims.ts';

const wellWithinMs = 10_000;

export type HeldCall = { ends: LinkedEnds; call: Call; writers: readonly ChatWriter[] };

/** The one call that faults are put into, set up anew only when it was lost. */
export class CallHolder {
  readonly #system: LinkedSystem;
  readonly #onTrouble: (line: string) => void;
  #held: HeldCall | undefined;
  #setUps = 0;

  constructor(system: LinkedSystem, onTrouble: (line: string) => void) {
    this.#system = system;
    this.#onTrouble = onTrouble;
  }

  get setUps(): number {
    return this.#setUps;
  }

  /** A call that a media node carries, in datagrams. */
  async get(): Promise<HeldCall> {
    if (this.#held && !(await this.#goesWell(this.#held))) await this.close();
    this.#held ??= await this.#setUp();
    return this.#held;
  }

  async takePictures(folder: string, name: string): Promise<void> {
    const { ends } = this.#held ?? {};
    for (const [side, page] of [['kiosk', ends?.kiosk.page] as const, ['console', ends?.console.page] as const])
      await page?.screenshot({ path: path.join(folder, `${name}-${side}.png`), timeout: 5_000 }).catch(() => undefined);
  }

  /** Ends the call, past every line, and closes both browsers. */
  async close(): Promise<void> {
    const held = this.#held;
    this.#held = undefined;
    if (!held) return;
    const { ends, call } = held;
    const params = { consultationId: call.consultationId };
    await ends.staff.call(routes.endConsultation, { params, body: {} }).catch(() => undefined);
    await closeCase(held).catch(() => undefined);
    await ends.close();
  }

  async #goesWell({ ends, call }: HeldCall): Promise<boolean> {
    for (const until = Date.now() + wellWithinMs; Date.now() < until; await sleep(500)) {
      const { current } = await ends.staff.call(routes.readDesk);
      if (current?.id !== call.consultationId || current.state !== 'live') return false;
      // A call that has gone over to TCP and stays there would not notice half of the faults.
      if (await findCarrier(this.#system, 'udp')) return true;
    }
    return false;
  }

  async #setUp(): Promise<HeldCall> {
    this.#setUps += 1;
    const kioskName = `Kiosks ${this.#setUps}`;
    const ends = await openEnds(this.#system, {
      kioskName,
      linked: true,
      kioskScript: pluggableCamera,
      onTrouble: this.#onTrouble,
    });
    try {
      const writers = [
        new ChatWriter('kiosk', () => ends.kiosk.page),
        new ChatWriter('console', () => ends.console.page),
      ];
      return { ends, call: await ends.call(), writers };
    } catch (error) {
      await ends.close();
      throw error;
    }
  }
}

/** So that the specialist may be rung again. */
async function closeCase({ ends, call: { caseId } }: HeldCall): Promise<void> {
  const params = { caseId };
  const { version, notes } = await ends.staff.call(routes.readServiceCase, { params });
  await ends.staff.call(routes.closeServiceCase, { params, body: { version, notes, outcome: 'not-served' } });
}
