import type { Route } from '@remote-clerk/shared/contracts/http/route.ts';
import type { BoundRoute } from './bind.ts';

/** @throws Error naming every route that has no handler, two of them, or one that the contract does not know */
export function checkComplete(contract: Record<string, Route>, bound: readonly BoundRoute[]): void {
  const wrong = Object.entries(contract).flatMap(([name, route]) => {
    const handlers = bound.filter((one) => one.route === route).length;
    if (handlers === 1) return [];
    return [handlers === 0 ? `${name} has no handler` : `${name} has ${handlers} handlers`];
  });
  const known = new Set(Object.values(contract));
  const unknown = bound.flatMap(({ route }) =>
    known.has(route) ? [] : [`${route.method} ${route.path} is not in the contract`],
  );
  if (wrong.length + unknown.length > 0) throw new Error(`Routes: ${[...wrong, ...unknown].join('; ')}`);
}
