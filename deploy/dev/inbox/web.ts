import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { CaughtMail, Mails } from './mails.ts';

const page = (name: string) => readFileSync(new URL(`page/${name}`, import.meta.url));
const html = 'text/html; charset=utf-8';
const files = new Map([
  ['/', { type: html, body: page('index.html') }],
  ['/inbox.js', { type: 'text/javascript; charset=utf-8', body: page('inbox.js') }],
  ['/inbox.css', { type: 'text/css; charset=utf-8', body: page('inbox.css') }],
]);

/** What the page may do, and what a mail in its frame may: nothing but look as it does and open a link in a new tab. */
const pagePolicy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'";
const mailPolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

type Answer = { type: string; body: string | Buffer; policy?: string; attachment?: string };

/** The page that shows the mails. @returns what closes it */
export async function serveInbox(mails: Mails, port: number): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const answer = isLocal(request.headers.host) ? find(mails, pathname) : undefined;
    if (answer) send(response, answer);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    port: address !== null && typeof address === 'object' ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A page of elsewhere whose name was made to lead here reads nobody's mail. */
const isLocal = (host = '') => /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);

function find(mails: Mails, path: string): Answer | undefined {
  if (path === '/health/ready') return { type: 'text/plain', body: 'ok' };
  if (path === '/mails') return { type: 'application/json', body: JSON.stringify(mails.list()) };
  const [, id = '', part] = /^\/mails\/([\w-]+)\/(mail\.html|appointment\.ics)$/.exec(path) ?? [];
  const mail = mails.find(id);
  return mail ? findPart(mail, part) : files.get(path);
}

function findPart({ html: body, calendar }: CaughtMail, part: string | undefined): Answer | undefined {
  if (part === 'appointment.ics' && calendar) {
    return { type: 'text/calendar; charset=utf-8', body: calendar.file, attachment: 'appointment.ics' };
  }
  return body === null ? undefined : { type: html, body: `${body}<base target="_blank">`, policy: mailPolicy };
}

function send(response: ServerResponse, { type, body, policy = pagePolicy, attachment }: Answer): void {
  response.writeHead(200, {
    'content-type': type,
    'cache-control': 'no-store',
    'content-security-policy': policy,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    ...(attachment && { 'content-disposition': `attachment; filename="${attachment}"` }),
  });
  response.end(body);
}
