import { writeFileSync } from 'node:fs';
import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import type { Route } from '@remote-clerk/shared/contracts/http/route.ts';
import { guestRequests, kioskRequests, staffRequests } from '@remote-clerk/shared/contracts/live/messages.ts';
import { nodeRequests } from '@remote-clerk/shared/contracts/node/messages.ts';
import { isHigh, type Permission, permissionNames, permissions } from '@remote-clerk/shared/contracts/permissions.ts';

const file = new URL('permissions.md', import.meta.url);

const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const code = (text: string) => `\`${text}\``;

const sockets = { '/staff': staffRequests, '/kiosks': kioskRequests, '/guests': guestRequests, '/nodes': nodeRequests };

/** The page about permissions, made of the contracts: what each lets one do, who holds it, and what asks for it. */
export function describePermissions(): string {
  const endpoints: readonly Route[] = Object.values(routes);
  const asking = (permission: Permission | 'public') =>
    endpoints.filter((route) => route.permission === permission).length;
  const meaning = permissionNames.map((name) => [
    code(name),
    permissions[name].allows,
    permissions[name].roles.join(', '),
    isHigh(name) ? 'two' : '',
    `${asking(name)}`,
  ]);
  const requests = endpoints.map(({ method, path, permission, summary }) => [
    code(`${method.toUpperCase()} ${path}`),
    permission === 'public' ? 'everyone' : code(permission),
    summary,
  ]);
  const messages = Object.entries(sockets).flatMap(([namespace, contract]) =>
    Object.entries(contract).map(([name, { permission }]) => [code(`${namespace} ${name}`), code(permission)]),
  );
  return `# Permissions

Made of the contracts by \`npm run docs:permissions\`; a test fails while it is not up to date.

A *role* is a named set of permissions; a *right* is that somebody holds a role at an organisation, and at all below it, from one day
until another. The roles below are in every installation; organisations make others of the same permissions. \`kiosk\`, \`guest\`, \`node\` and
\`client\` are no roles that a person can be given: they are what a kiosk, somebody invited into a call, a media node and another system may do.

## What each lets one do

${table(['Permission', 'Allows to', 'Held by', 'Approvals, where more than one', 'Endpoints'], meaning)}

## Endpoints

${table(['Endpoint', 'Needs', ''], requests)}

## Messages over sockets

${table(['Message', 'Needs'], messages)}
`;
}

if (import.meta.main) writeFileSync(file, describePermissions());
