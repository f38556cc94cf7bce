import { createServer, type Server, type ServerResponse } from 'node:http';
import type { Registry } from 'prom-client';

type Probes = { isReady: () => boolean; registry: Registry };

const headers = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
};

/** Health and metrics; signalling is attached to the same server. */
export function createProbeServer({ isReady, registry }: Probes): Server {
  const json = (response: ServerResponse, status: number, body: object) => {
    response.writeHead(status, { ...headers, 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  };
  return createServer(async (request, response) => {
    const path = request.url?.split('?', 1)[0];
    if (request.method !== 'GET') return json(response, 405, { status: 'method-not-allowed' });
    if (path === '/health/live') return json(response, 200, { status: 'live' });
    if (path === '/health/ready') {
      return isReady() ? json(response, 200, { status: 'ready' }) : json(response, 503, { status: 'unavailable' });
    }
    if (path === '/metrics') {
      const text = await registry.metrics();
      return response.writeHead(200, { ...headers, 'Content-Type': registry.contentType }).end(text);
    }
    return json(response, 404, { status: 'not-found' });
  });
}
