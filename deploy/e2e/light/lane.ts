import { setTimeout as sleep } from 'node:timers/promises';
import type { ConsultationId, PublicServiceId } from '@remote-clerk/shared/domain/ids.ts';
import { accountOf } from '../support/administration.ts';
import { eventually } from '../support/eventually.ts';
import type { KillableSystem } from '../support/killable-system.ts';
import { LightKiosk } from './light-kiosk.ts';
import { LightSpecialist } from './light-specialist.ts';

/** Steps of a consultation that need no media. */
export const steps = ['waiting', 'ringing', 'accepted', 'ended'] as const;
export type Step = (typeof steps)[number];

/** How soon someone free is rung, in milliseconds, on a busy machine. */
const ringWithinMs = 10_000;
/** How often the server looks for what time has brought about, and a little. */
const sweptWithinMs = 2_500;

/** A kiosk and the one specialist of an institution: what happens here disturbs no other lane. */
export class Lane {
  readonly step: Step;
  readonly kiosk: LightKiosk;
  readonly specialist: LightSpecialist;
  readonly #serviceId: PublicServiceId;

  private constructor(step: Step, kiosk: LightKiosk, specialist: LightSpecialist, serviceId: PublicServiceId) {
    this.step = step;
    this.kiosk = kiosk;
    this.specialist = specialist;
    this.#serviceId = serviceId;
  }

  static async open(step: Step, { url, demo }: KillableSystem, username: string, code: string): Promise<Lane> {
    const account = accountOf(demo, username);
    const kiosk = await LightKiosk.enrol(url, code);
    await kiosk.connect();
    const service = (await kiosk.services()).find(({ institution }) => institution.code === account.place);
    if (!service) throw new Error(`${account.place} offers no service`);
    return new Lane(step, kiosk, await LightSpecialist.signIn(url, account), service.id);
  }

  /** Both ends are connected, nothing is open, nobody is rung. */
  async clear(): Promise<void> {
    await this.kiosk.connect();
    await this.specialist.connect();
    await this.kiosk.wipe();
    await this.specialist.closeCases();
    await this.specialist.setAvailable(false);
  }

  /** Brings a new consultation as far as the lane's step. */
  async reach(): Promise<ConsultationId> {
    await this.clear();
    if (this.step !== 'waiting') await this.specialist.setAvailable(true);
    const { consultationId } = await this.kiosk.ask(this.#serviceId);
    if (this.step !== 'waiting') await this.rung(consultationId);
    if (this.step === 'accepted' || this.step === 'ended') await this.specialist.accept(consultationId);
    if (this.step === 'ended') await this.specialist.end(consultationId);
    return consultationId;
  }

  async rung(consultationId: ConsultationId): Promise<void> {
    const look = () => this.specialist.desk();
    await eventually('the ring', look, ({ ring }) => ring?.consultationId === consultationId, ringWithinMs);
  }

  /** The consultation that was open is rung for once more, accepted, and stays so while its media could come. */
  async goOn(consultationId: ConsultationId | undefined): Promise<void> {
    if (this.step === 'ended' || !consultationId) return;
    await eventually(
      'a room',
      () => this.consultation(),
      ({ room }) => room !== null,
      ringWithinMs,
    );
    await this.specialist.setAvailable(true);
    await this.rung(consultationId);
    await this.specialist.accept(consultationId);
    await sleep(sweptWithinMs);
    if ((await this.consultation()).state !== 'accepted') throw new Error('It was accepted and taken back at once');
  }

  async consultation() {
    const { consultation } = await this.kiosk.view();
    if (!consultation) throw new Error('The kiosk shows no consultation');
    return consultation;
  }

  /** Both ends are free when another consultation can be asked for, rings, is accepted and ends. */
  async holdAnother(): Promise<void> {
    await this.clear();
    await this.specialist.setAvailable(true);
    const { consultationId } = await this.kiosk.ask(this.#serviceId);
    await this.rung(consultationId);
    await this.specialist.accept(consultationId);
    await this.specialist.end(consultationId);
  }
}
