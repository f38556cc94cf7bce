import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = ReturnType<typeof createMetrics>;

/** Figures for Prometheus. A feature adds its own with `gauge`. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long requests took, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });

  return {
    registry,

    /** A figure that is read when Prometheus asks. */
    gauge(name: string, help: string, read: () => number | Promise<number>): void {
      new Gauge({
        name,
        help,
        registers: [registry],
        async collect() {
          this.set(await read());
        },
      });
    },

    measure: ((request, response, next) => {
      const stop = duration.startTimer({ method: request.method });
      response.once('finish', () => {
        // The route's pattern, never the address: that has ids in it and no end of values.
        const route = typeof response.locals.route === 'string' ? response.locals.route : 'other';
        stop({ route, status: response.statusCode });
      });
      next();
    }) satisfies RequestHandler,
  };
}
