import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import { staffNamespace } from '@remote-clerk/shared/contracts/live/messages.ts';
import type { DeskView } from '@remote-clerk/shared/contracts/views.ts';
import type { ConsultationId, ServiceCaseId } from '@remote-clerk/shared/domain/ids.ts';
import type { Socket } from 'socket.io-client';
import { createStaffClient, type StaffClient } from '../../rehearsal/venue/staff-client.ts';
import { breakOff, openSocket } from './socket.ts';

/** A specialist without a screen: connected, rung, answering, but without media. */
export class LightSpecialist {
  readonly #url: string;
  readonly #client: StaffClient;
  #socket: Socket | undefined;

  private constructor(url: string, client: StaffClient) {
    this.#url = url;
    this.#client = client;
  }

  static async signIn(url: string, credentials: { username: string; password: string }): Promise<LightSpecialist> {
    return new LightSpecialist(url, await createStaffClient(url, credentials));
  }

  async connect(): Promise<void> {
    this.vanish();
    this.#socket = await openSocket(this.#url + staffNamespace, { extraHeaders: this.#client.headers() });
  }

  /** The browser is gone, without a word. */
  vanish(): void {
    breakOff(this.#socket);
    this.#socket = undefined;
  }

  setAvailable(available: boolean): Promise<DeskView> {
    return this.#client.call(routes.setAvailability, { body: { available } });
  }

  desk(): Promise<DeskView> {
    return this.#client.call(routes.readDesk);
  }

  accept(consultationId: ConsultationId) {
    return this.#client.call(routes.acceptConsultation, { params: { consultationId }, body: {} });
  }

  async end(consultationId: ConsultationId): Promise<void> {
    await this.#client.call(routes.endConsultation, { params: { consultationId }, body: {} });
  }

  readCase(caseId: ServiceCaseId) {
    return this.#client.call(routes.readServiceCase, { params: { caseId } });
  }

  /** Closes every case that is still to be closed, so that the next one may ring. */
  async closeCases(): Promise<void> {
    for (const { caseId } of (await this.desk()).toClose) {
      const { version } = await this.readCase(caseId);
      const body = { version, outcome: 'advised', notes: '' } as const;
      await this.#client.call(routes.closeServiceCase, { params: { caseId }, body });
    }
  }
}
