import { generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { createApiClient } from '@remote-clerk/shared/contracts/http/client.ts';
import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import { challengePrefix, KioskPublicKey } from '@remote-clerk/shared/contracts/http/kiosks.ts';
import { kioskNamespace } from '@remote-clerk/shared/contracts/live/messages.ts';
import type { KioskView, OfferedService } from '@remote-clerk/shared/contracts/views.ts';
import type { KioskId } from '@remote-clerk/shared/domain/ids.ts';
import type { Socket } from 'socket.io-client';
import { breakOff, openSocket } from './socket.ts';

/** A kiosk without a screen: it is connected, asks, and leaves as one would, but has no media. */
export class LightKiosk {
  readonly #url: string;
  readonly #key: KeyObject;
  readonly #id: KioskId;
  readonly #client;
  #token = '';
  #socket: Socket | undefined;

  private constructor(url: string, id: KioskId, key: KeyObject) {
    this.#url = url;
    this.#id = id;
    this.#key = key;
    this.#client = createApiClient({
      baseUrl: url,
      headers: (): Record<string, string> => (this.#token ? { authorization: `Bearer ${this.#token}` } : {}),
    });
  }

  static async enrol(url: string, code: string): Promise<LightKiosk> {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const { kioskId } = await createApiClient({ baseUrl: url }).call(routes.enrolKiosk, {
      body: { code, publicKey: KioskPublicKey.parse(publicKey.export({ format: 'jwk' })) },
    });
    return new LightKiosk(url, kioskId, privateKey);
  }

  /** Proves itself and opens its socket. */
  async connect(): Promise<void> {
    this.vanish();
    this.#token = '';
    const { challenge } = await this.#client.call(routes.challengeKiosk, { body: { kioskId: this.#id } });
    const signature = sign(null, Buffer.from(challengePrefix + challenge), this.#key).toString('base64url');
    const session = await this.#client.call(routes.startKioskSession, {
      body: { kioskId: this.#id, challenge, signature },
    });
    this.#token = session.token;
    this.#socket = await openSocket(this.#url + kioskNamespace, { auth: { token: this.#token } });
  }

  /** The machine is gone, without a word. */
  vanish(): void {
    breakOff(this.#socket);
    this.#socket = undefined;
  }

  async services(): Promise<OfferedService[]> {
    return (await this.#client.call(routes.listKioskServices)).services;
  }

  ask(serviceId: OfferedService['id']) {
    return this.#client.call(routes.askForConsultation, {
      body: { serviceId, language: 'lv' },
      idempotencyKey: randomUUID(),
    });
  }

  view(): Promise<KioskView> {
    return this.#client.call(routes.readKioskView);
  }

  wipe(): Promise<KioskView> {
    return this.#client.call(routes.wipeKiosk, { body: {} });
  }
}
