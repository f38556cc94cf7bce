import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import { permissions } from '@remote-clerk/shared/contracts/permissions.ts';
import { describe, expect, it } from 'vitest';
import { openApiDocument } from './openapi.ts';

const document = openApiDocument(routes, 'https://api.example');
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
);

/** Every `$ref` in it, at any depth. */
function references(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : references(inner),
  );
}

function resolve(reference: string): unknown {
  return reference
    .slice('#/'.length)
    .split('/')
    .reduce<unknown>((at, part) => Object.entries(Object(at)).find(([key]) => key === part)?.[1], document);
}

describe('the OpenAPI document', () => {
  it('has every route of the contract once', () => {
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(routes).sort());
    for (const { operationId, path, method } of operations) {
      const route = Object.entries(routes).find(([name]) => name === operationId)?.[1];
      expect({ method, path: path.replaceAll(/\{(\w+)\}/g, ':$1') }).toEqual({
        method: route?.method,
        path: route?.path,
      });
    }
  });

  it('refers only to what is there', () => {
    const all = references(document);
    expect(all.length).toBeGreaterThan(50);
    for (const reference of all) expect(resolve(reference), reference).toBeTypeOf('object');
  });

  it('describes every parameter of every path', () => {
    for (const { path, parameters } of operations) {
      const inPath = parameters.flatMap((one) => ('in' in one && one.in === 'path' && one.required ? [one.name] : []));
      expect(inPath).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    }
  });

  it('says of each route which permission it needs and how to prove it', () => {
    for (const { operationId, security, ...operation } of operations) {
      const permission = operation['x-permission'];
      expect(permission === 'public' || permission in permissions, operationId).toBe(true);
      expect(security.length > 0, operationId).toBe(permission !== 'public');
    }
  });

  it('asks for an Idempotency-Key exactly where the contract does', () => {
    const asking = operations.filter(({ parameters }) => parameters.some((one) => '$ref' in one));
    const idempotent = Object.entries(routes).filter(([, route]) => 'idempotent' in route && route.idempotent);
    expect(asking.map(({ operationId }) => operationId).sort()).toEqual(idempotent.map(([name]) => name).sort());
  });

  it('answers refusals with problem details', () => {
    for (const { responses } of operations) {
      expect(responses['500']).toMatchObject({
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      });
    }
  });

  it('has no two forms of one schema that differ only by accident', () => {
    const given = Object.keys(document.components.schemas).filter((name) => name.endsWith('Given'));
    expect(given).toEqual([]);
  });
});
