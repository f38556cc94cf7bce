import type { Context } from '../context.ts';
import { systemScope } from '../db/scope.ts';
import type { Services } from '../services.ts';
import { isAtWork } from '../specialists/specialists-service.ts';

/** Figures about people and calls, for the operator. They count and name nobody. */
export function measureConsultations({ metrics }: Pick<Context, 'metrics'>, services: Services): void {
  const { presence, specialists, kiosks, nodes } = services;
  metrics.gauge('consultations_waiting', 'Citizens in the line', () => presence.count(['waiting', 'offered']));
  metrics.gauge('consultations_in_call', 'Consultations accepted or live', () => presence.count(['accepted', 'live']));
  metrics.gauge('specialists_at_work', 'Specialists who are connected and can be rung', async () => {
    return (await specialists.listAll(systemScope)).filter(isAtWork).length;
  });
  metrics.gauge('kiosks_online', 'Kiosks that are connected', async () => {
    return (await kiosks.list(systemScope)).filter((kiosk) => kiosk.online).length;
  });
  metrics.gauge(
    'media_nodes_healthy',
    'Media nodes heard of within the last seconds',
    async () => (await nodes.listHealthy()).length,
  );
}
