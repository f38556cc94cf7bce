import ipaddr from 'ipaddr.js';
import { describe, expect, it } from 'vitest';
import { serveHttp } from '../../testing/http-server.ts';
import { createProviderFetch } from './provider-fetch.ts';

const loopback = [ipaddr.parseCIDR('127.0.0.0/8')];
const get = { method: 'GET', headers: {}, body: undefined, redirect: 'manual' } as const;
type Wish = { issuer?: string; https?: boolean; networks?: typeof loopback; deadlineMs?: number };

const ask = (url: string, { issuer = url, https = false, networks = loopback, deadlineMs = 5_000 }: Wish = {}) =>
  createProviderFetch({ issuer, https, allowedNetworks: networks, deadlineMs })(url, get);

describe('a provider is asked', () => {
  it('on this machine without https, where the installation itself is', async () => {
    const server = await serveHttp((_request, response) => response.end('{}'));
    expect(await (await ask(server.url)).text()).toBe('{}');
    await expect(ask(server.url, { https: true })).rejects.toMatchObject({ finding: 'endpoint-not-allowed' });
    await expect(ask(server.url, { issuer: 'https://login.example' })).rejects.toMatchObject({
      finding: 'endpoint-not-allowed',
    });
    expect(server.requests).toHaveLength(1);
    server.close();
  });

  it('elsewhere with https only', async () => {
    await expect(ask('http://login.example/')).rejects.toMatchObject({ finding: 'endpoint-not-allowed' });
    await expect(ask('http://login.example/', { issuer: 'http://localhost/' })).rejects.toMatchObject({
      finding: 'endpoint-not-allowed',
    });
  });

  it.each([
    'https://10.0.0.1/',
    'https://169.254.169.254/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://0x7f.1/',
  ])('not at %s, which only this server can reach', async (url) => {
    await expect(ask(url, { networks: [] })).rejects.toMatchObject({ finding: 'address-not-allowed' });
  });

  it('not by a name that leads to such an address', async () => {
    await expect(ask('https://localhost/', { networks: [] })).rejects.toMatchObject({ finding: 'address-not-allowed' });
  });

  it('and what it answers is not followed to another place', async () => {
    const other = await serveHttp((_request, response) => response.end('secret'));
    const server = await serveHttp((_request, response) => response.writeHead(302, { location: other.url }).end());
    expect((await ask(server.url)).status).toBe(302);
    expect(other.requests).toHaveLength(0);
    for (const one of [server, other]) one.close();
  });

  it('not longer than the time that it has', async () => {
    const server = await serveHttp(() => undefined);
    await expect(ask(server.url, { deadlineMs: 100 })).rejects.toMatchObject({ finding: 'too-slow' });
    server.close();
  });

  it('and not for more than it can have to say', async () => {
    const server = await serveHttp((_request, response) => response.end('x'.repeat(1_000_001)));
    await expect(ask(server.url)).rejects.toMatchObject({ finding: 'not-a-provider' });
    server.close();
  });
});
