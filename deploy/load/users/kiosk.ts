import { createPrivateKey, type JsonWebKey, randomUUID, sign } from 'node:crypto';
import { consultationRoutes } from '@remote-clerk/shared/contracts/http/consultations.ts';
import { challengePrefix, kioskRoutes } from '@remote-clerk/shared/contracts/http/kiosks.ts';
import { kioskNamespace } from '@remote-clerk/shared/contracts/live/messages.ts';
import { OwnTicket } from '@remote-clerk/shared/contracts/queue.ts';
import { type KioskActivity, KioskConsultation, KioskView } from '@remote-clerk/shared/contracts/views.ts';
import type { KioskId } from '@remote-clerk/shared/domain/ids.ts';
import type { Random } from '@remote-clerk/shared/domain/simulation/random.ts';
import { createClient } from './client.ts';
import { means } from './plan.ts';
import { pause, type Run } from './run.ts';
import { openScreen } from './screen.ts';

/** A token is good for a quarter of an hour. In milliseconds. */
const proveEveryMs = 10 * 60_000;
/** So long a citizen waits at the kiosk for an answer and the call, in milliseconds. */
const patienceMs = 60_000;

/** Of the kiosk's view, what its citizens act on. */
const Screen = KioskView.pick({ revision: true }).extend({
  consultation: KioskConsultation.pick({ id: true, state: true, endReason: true, liveAt: true }).nullable(),
  calledTicket: OwnTicket.pick({ id: true }).nullable(),
});

export type KioskKey = { kioskId: KioskId; privateKey: JsonWebKey };

/** A kiosk and its citizens, one after another: called by their number, or just coming in. */
export async function createKiosk(run: Run, random: Random, { kioskId, privateKey }: KioskKey) {
  let session = { token: '', at: Number.NEGATIVE_INFINITY };
  const client = createClient(run.url, 'citizen', run.ledger.note, () => ({
    ...(session.token && { authorization: `Bearer ${session.token}` }),
  }));
  const { api, act } = client;
  const think = (mean: number) => pause(run.thinkingTime(random, mean));

  async function prove(): Promise<void> {
    if (performance.now() - session.at < proveEveryMs) return;
    const at = performance.now();
    session = { token: '', at };
    const { challenge } = await api.call(kioskRoutes.challengeKiosk, { body: { kioskId } });
    const key = createPrivateKey({ key: privateKey, format: 'jwk' });
    const signature = sign(null, Buffer.from(challengePrefix + challenge), key).toString('base64url');
    const { token } = await api.call(kioskRoutes.startKioskSession, { body: { kioskId, challenge, signature } });
    session = { token, at };
  }

  await prove();
  const screen = await openScreen({
    address: run.url + kioskNamespace,
    token: session.token,
    name: 'kiosk',
    schema: Screen,
    onPush({ consultation }, at) {
      run.tally.pushes += 1;
      if (consultation?.state === 'accepted') run.answers.seenAt(consultation.id, at);
    },
    onLost: () => {
      run.tally.wireFailures += 1;
    },
  });
  const isAt = (activity: KioskActivity) => screen.report('activity.report', { activity });

  /** Asks, waits, talks, says how it was, and goes. */
  async function visit(): Promise<void> {
    await prove();
    const ticketId = screen.view.calledTicket?.id;
    if (!ticketId) {
      isAt('choosing');
      await act('list services', (api) => api.call(kioskRoutes.listKioskServices));
      await think(means.react);
    }
    const body = { serviceId: random.pick(run.serviceIds), language: 'lv', ...(ticketId && { ticketId }) } as const;
    const asked = await act('ask', (api) =>
      api.call(consultationRoutes.askForConsultation, { body, idempotencyKey: randomUUID() }),
    );
    if (asked) {
      isAt('waiting');
      const params = { consultationId: asked.consultationId };
      const isOver = await screen.until(
        ({ consultation }) => consultation?.id === asked.consultationId && consultation.endReason !== null,
        Math.min(patienceMs, run.left()),
      );
      if (!isOver && run.isOver()) return;
      if (!isOver)
        await act('leave the line', (api) => api.call(consultationRoutes.endConsultation, { params, body: {} }));
      if (isOver && screen.view.consultation?.liveAt) {
        isAt('rating');
        await think(means.react);
        await act('rate', (api) => api.call(consultationRoutes.rateConsultation, { params, body: { rating: 5 } }));
      }
    }
    await act('wipe', (api) => api.call(kioskRoutes.wipeKiosk, { body: {} }));
  }

  return {
    async work(): Promise<void> {
      for (;;) {
        const isCalled = await screen.until(
          ({ calledTicket }) => calledTicket !== null,
          run.thinkingTime(random, means.walkIn),
        );
        if (isCalled) await think(means.react);
        if (run.isOver()) return;
        await visit();
      }
    },
    close() {
      screen.close();
      client.close();
    },
  };
}
