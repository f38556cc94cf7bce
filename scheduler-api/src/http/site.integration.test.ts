import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootApi, type TestApi } from '../testing/boot-api.ts';
import type { TestClient } from '../testing/test-client.ts';

const dist = mkdtempSync(join(tmpdir(), 'dist-'));
const overrides = {
  contract: {},
  features: () => [],
  frontEnds: { '/console': dist, '/kiosk': join(dist, 'none') },
} as const;
let api: TestApi;
let client: TestClient;

beforeAll(async () => {
  mkdirSync(join(dist, 'assets'));
  writeFileSync(join(dist, 'index.html'), '<!doctype html><title>Console</title>');
  writeFileSync(join(dist, 'assets', 'index-abc123.js'), 'export {};');
  api = await bootApi({ overrides });
  client = api.client();
});
afterAll(async () => {
  await api.close();
  rmSync(dist, { recursive: true });
});

const html = { accept: 'text/html' };

describe('front ends', () => {
  it('have their page at every address below theirs that is no file', async () => {
    for (const path of ['/console/', '/console', '/console/cases/7']) {
      const response = await client.raw(path, { headers: html });
      expect(response.headers.get('cache-control')).toBe('no-cache');
      expect(await response.text()).toContain('<title>Console</title>');
    }
  });

  it('are kept by browsers only where the name changes with the content', async () => {
    const response = await client.raw('/console/assets/index-abc123.js');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const missing = await client.raw('/console/assets/index-old.js', { headers: html });
    expect(missing.status).toBe(404);
  });

  it('are sent packed, so that a telephone far from the city has them soon', async () => {
    const large = `export const text = '${'a'.repeat(10_000)}';`;
    writeFileSync(join(dist, 'assets', 'index-large456.js'), large);
    const response = await client.raw('/console/assets/index-large456.js', { headers: { 'accept-encoding': 'gzip' } });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(await response.text()).toBe(large);
  });

  it('give nothing that lies outside of them', async () => {
    for (const path of ['/console/..%2f..%2fetc%2fpasswd', '/console/%2e%2e/%2e%2e/etc/passwd', '/console/.env']) {
      const response = await client.raw(path);
      expect(response.status).toBeGreaterThanOrEqual(400);
    }
  });

  it('that are not built say so', async () => {
    const response = await client.raw('/kiosk/', { headers: html });
    expect([response.status, await response.text()]).toEqual([503, 'This page has not been built yet.']);
  });

  it('are reached from the root', async () => {
    const response = await client.raw('/', { redirect: 'manual' });
    expect(response.headers.get('location')).toBe('/console/');
  });
});

describe('pages', () => {
  it('may load and connect only where they must', async () => {
    const { headers } = await client.raw('/console/', { headers: html });
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("style-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("connect-src 'self' ws://localhost:4000 http://localhost:4001 ws://localhost:4001");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('permissions-policy')).toContain('camera=(self), microphone=(self)');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  it('are pinned to https where the site is https', async () => {
    await using secure = await bootApi({ overrides, config: { https: true } });
    const { headers } = await secure.client().raw('/');
    expect(headers.get('strict-transport-security')).toContain('max-age=31536000');
  });

  it('of the documentation need nothing inline', async () => {
    const page = await (await client.raw('/docs', { headers: html })).text();
    expect(page).not.toMatch(/<script>|<style|style=|onload/);
    for (const [, address = ''] of page.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect((await client.raw(address)).status, address).toBe(200);
    }
    expect((await client.raw('/docs/package.json')).status).toBe(404);
    expect(await (await client.raw('/openapi.json')).json()).toMatchObject({ openapi: '3.1.0' });
  });
});

describe('operators', () => {
  it('see whether the server lives and can serve', async () => {
    expect((await client.raw('/health/live')).status).toBe(200);
    expect((await client.raw('/health/ready')).status).toBe(200);
  });

  it('see that it cannot serve without its database', async () => {
    await using broken = await bootApi({ overrides });
    await broken.context.db.close();
    const response = await broken.client().raw('/health/ready');
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ type: 'urn:remote-clerk:problem:unavailable' });
  });

  it('read figures on the machine itself, with no address in them', async () => {
    api.context.metrics.gauge('things_waiting', 'Things that wait', () => 3);
    await client.raw('/api/v1/secret-address');
    const text = await (await client.raw('/metrics')).text();
    expect(text).toContain('http_request_duration_seconds_count{method="GET",route="other",status="404"}');
    expect(text).toContain('things_waiting 3');
    expect(text).not.toContain('secret-address');
  });

  it('do not read them through a proxy that nobody named', async () => {
    expect((await client.raw('/metrics', { headers: { 'x-forwarded-for': '203.0.113.7' } })).status).toBe(404);
  });

  it('need the token where there is one', async () => {
    await using guarded = await bootApi({ overrides, config: { metricsToken: 'a token of the tests' } });
    const read = (authorization?: string) =>
      guarded.client().raw('/metrics', { headers: { ...(authorization && { authorization }) } });
    expect((await read()).status).toBe(404);
    expect((await read('Bearer wrong')).status).toBe(404);
    expect((await read('Bearer a token of the tests')).status).toBe(200);
  });
});

it('limits how often one address may ask', async () => {
  await using limited = await bootApi({ overrides, config: { rateLimits: true, requestsPerMinute: 3 } });
  const statuses = [];
  for (let index = 0; index < 4; index += 1) statuses.push((await limited.client().raw('/api/v1/x')).status);
  expect(statuses).toEqual([404, 404, 404, 429]);
});
