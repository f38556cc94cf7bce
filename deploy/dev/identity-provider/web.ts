import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import { choosePage } from './choose-page.ts';
import { peopleOf } from './people.ts';
import { createProvider, type DemoClient } from './provider.ts';

const asset = (name: string) => readFileSync(new URL(`page/${name}`, import.meta.url));
const files = new Map([
  ['/people.css', { type: 'text/css; charset=utf-8', body: asset('people.css') }],
  ['/submit.js', { type: 'text/javascript; charset=utf-8', body: asset('submit.js') }],
]);

/** A page of elsewhere whose name was made to lead here signs nobody in. */
const isLocal = (host = '') => /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);

/**
 * The provider with its page, on this machine's loopback.
 * @param port 0 for any that is free
 * @returns its issuer, and what closes it
 */
export async function serveIdentityProvider(port: number, clients: (issuer: string) => readonly DemoClient[]) {
  let answer: ((request: IncomingMessage, response: ServerResponse) => Promise<void>) | undefined;
  const server = createServer((request, response) => {
    if (!isLocal(request.headers.host) || !answer) return void response.writeHead(404).end();
    answer(request, response).catch(() => response.headersSent || response.writeHead(400).end('Begin again'));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  // Another host than the system's own address has, as in service: their cookies are apart.
  const issuer = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : port}`;
  const provider = createProvider(issuer, clients(issuer));
  answer = answerWith(provider);
  return {
    issuer,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answerWith(provider: Provider) {
  const protocol = provider.callback();
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = files.get(pathname);
    if (pathname === '/health/ready') return void response.writeHead(200).end('ok');
    if (file) return void response.writeHead(200, { 'content-type': file.type }).end(file.body);
    if (!pathname.startsWith('/people/')) return void (await protocol(request, response));
    if (request.method === 'POST') return finish(provider, request, response);
    const { params } = await provider.interactionDetails(request, response);
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; style-src 'self'; frame-ancestors 'none'",
    });
    response.end(choosePage(peopleOf(String(params.client_id))));
  };
}

async function finish(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { params } = await provider.interactionDetails(request, response);
  const chosen = new URLSearchParams(await textOf(request)).get('person');
  const person = peopleOf(String(params.client_id)).find(({ sub }) => sub === chosen);
  const result = person
    ? { login: { accountId: person.sub } }
    : { error: 'access_denied', error_description: 'Nobody was chosen' };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}
