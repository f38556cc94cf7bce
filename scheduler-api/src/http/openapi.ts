import type { Route } from '@remote-clerk/shared/contracts/http/route.ts';
import { permissions, type Role } from '@remote-clerk/shared/contracts/permissions.ts';
import { Problem, problemTypePrefix } from '@remote-clerk/shared/contracts/problem.ts';
import { type ProblemType, problemTypes } from '@remote-clerk/shared/domain/problems.ts';
import { createSchemas, type Schemas } from './openapi-schemas.ts';

/** Refusals that follow from what a route is, beside those that it names. */
function problemsOf(route: Route): ProblemType[] {
  const own: ProblemType[] = [...(route.problems ?? []), 'too-many-requests', 'internal'];
  if (route.params || route.query || route.body) own.push('invalid-request');
  if (route.body) own.push('malformed-json', 'too-large', 'unsupported-media-type');
  if (route.method !== 'get') own.push('cross-site');
  if (route.permission !== 'public') own.push('not-signed-in', 'not-allowed');
  if (route.params) own.push('not-found');
  if (route.idempotent) own.push('idempotency-mismatch');
  return [...new Set(own)];
}

function parametersOf(route: Route, schemas: Schemas) {
  const listed = [
    ...schemas.fields(route.params).map((field) => ({ ...field, in: 'path' })),
    ...schemas.fields(route.query).map((field) => ({ ...field, in: 'query' })),
  ];
  return route.idempotent ? [...listed, { $ref: '#/components/parameters/IdempotencyKey' }] : listed;
}

function refusalsOf(route: Route) {
  const byStatus = Map.groupBy(problemsOf(route), (name) => problemTypes[name].status);
  return [...byStatus].map(([status, names]): [string, object] => [
    String(status),
    {
      description: names.map((name) => `\`${name}\`: ${problemTypes[name].title}.`).join(' '),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]);
}

/** How those who hold a permission prove themselves. Media nodes use sockets only. */
function securityOf(route: Route) {
  if (route.permission === 'public') return [];
  const holders: readonly Role[] = permissions[route.permission].roles;
  const staff = holders.some((role) => role !== 'kiosk' && role !== 'node');
  return [...(staff ? [{ session: [] }] : []), ...(holders.includes('kiosk') ? [{ kiosk: [] }] : [])];
}

const contentOf = ({ form }: Route, schema: object) => ({
  ...(form && { 'application/x-www-form-urlencoded': { schema } }),
  'application/json': { schema },
});

function operationOf(name: string, route: Route, schemas: Schemas) {
  const body = route.body && schemas.input(route.body);
  const allows = route.permission === 'public' ? 'anyone' : permissions[route.permission].roles.join(', ');
  return {
    operationId: name,
    summary: route.summary,
    description: `Permission \`${route.permission}\`: ${allows}.`,
    tags: [route.tag],
    'x-permission': route.permission,
    security: securityOf(route),
    parameters: parametersOf(route, schemas),
    ...(body && { requestBody: { required: true, content: contentOf(route, body) } }),
    responses: Object.fromEntries([
      [
        String(route.status),
        route.status === 204
          ? { description: 'Done' }
          : { description: 'Done', content: { 'application/json': { schema: schemas.output(route.reply) } } },
      ],
      ...refusalsOf(route),
    ]),
  };
}

/** The contract as an OpenAPI 3.1 document. @param server the origin under which it is served */
export function openApiDocument(contract: Record<string, Route>, server: string) {
  const schemas = createSchemas();
  schemas.output(Problem);
  const paths: Record<string, Record<string, ReturnType<typeof operationOf>>> = {};
  for (const [name, route] of Object.entries(contract)) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operationOf(name, route, schemas) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'remote-clerk scheduler API',
      version: '1',
      description: `Refusals are problem details (RFC 9457) with types that begin with \`${problemTypePrefix}\`.`,
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: server }],
    tags: [...new Set(Object.values(contract).map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: schemas.components,
      parameters: {
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          required: true,
          description:
            'New for each thing to do, the same for each try of it: only the first does it, all get its reply.',
          schema: { type: 'string', minLength: 8, maxLength: 128 },
        },
      },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'session', description: 'Staff; set by signing in.' },
        kiosk: { type: 'http', scheme: 'bearer', description: 'A kiosk’s session token.' },
      },
    },
  };
}
