import type { RequestListener } from 'node:http';
import { text } from 'node:stream/consumers';
import ipaddr from 'ipaddr.js';
import { afterEach, expect, it } from 'vitest';
import { serveHttp } from '../testing/http-server.ts';
import { createReader } from './reader.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

const described = (tag: string, type = '<C:calendar/>') => `<?xml version="1.0"?>
<multistatus xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:CS="http://calendarserver.org/ns/"><response>
  <href>/anna/darbs/</href><propstat><prop>
    <resourcetype><collection/>${type}</resourcetype><CS:getctag>${tag}</CS:getctag>
  </prop><status>HTTP/1.1 200 OK</status></propstat></response></multistatus>`;

/** A CalDAV server, and what it was asked: method and body. */
async function serve(tag: () => string, type?: string) {
  const asked: [string | undefined, string][] = [];
  const answer: RequestListener = async (request, response) => {
    asked.push([request.method, await text(request)]);
    response.writeHead(207, { 'Content-Type': 'application/xml' });
    response.end(request.method === 'PROPFIND' ? described(tag(), type) : 'the report');
  };
  const { url, close } = await serveHttp(answer);
  closing.push(close);
  return { url, asked, methods: () => asked.splice(0).map(([method]) => method) };
}

const parsed: string[] = [];
const read = createReader({
  allowedNetworks: [ipaddr.parseCIDR('127.0.0.0/8')],
  parse: async ({ body }) => {
    parsed.push(body);
    return [];
  },
});
const calendar = (address: string, version: string | null = null) => ({
  kind: 'caldav' as const,
  access: { address, username: 'anna', password: 'x' },
  version,
  window: { from: Date.parse('2027-03-01T00:00:00Z'), until: Date.parse('2027-06-29T12:30:00Z') },
  timeZone: 'Europe/Riga',
});

it('asks for events within the days that are kept, and again only when the collection has another tag', async () => {
  let tag = '7';
  const server = await serve(() => tag);
  const first = await read(calendar(server.url));
  expect(parsed.splice(0)).toEqual(['the report']);
  expect(server.asked[1]?.[1]).toMatch(/time-range start="20270301T000000Z" end="20270629T123000Z"/);
  expect(server.methods()).toEqual(['PROPFIND', 'REPORT']);

  expect(await read(calendar(server.url, first?.version))).toBeNull();
  expect(server.methods()).toEqual(['PROPFIND']);

  tag = '8';
  expect(await read(calendar(server.url, first?.version))).toMatchObject({ busy: [] });
  expect(server.methods()).toEqual(['PROPFIND', 'REPORT']);
});

it('asks a folder that is no calendar for nothing more', async () => {
  const server = await serve(() => '1', '');
  await expect(read(calendar(server.url))).rejects.toMatchObject({ problem: 'not-a-calendar' });
  expect(server.methods()).toEqual(['PROPFIND']);
});
