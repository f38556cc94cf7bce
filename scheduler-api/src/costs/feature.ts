import { costRoutes } from '@remote-clerk/shared/contracts/http/costs.ts';
import { shareOut } from '@remote-clerk/shared/domain/cost-share.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { Context } from '../context.ts';
import type { Feature } from '../feature.ts';
import { bind } from '../http/bind.ts';
import { createCostsRepository } from './costs-repository.ts';

const percent = (part: number, whole: number) => (whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 100);

/** Upkeep is shared among organisations in proportion to their users. */
export function createCostsFeature({ db }: Pick<Context, 'db'>): Feature {
  const repository = createCostsRepository(db);
  return {
    routes: [
      bind(costRoutes.readCosts, async ({ query, scope }) => {
        const { from, until, upkeepCents } = query;
        if (until < from) {
          throw new ProblemError('invalid-request', undefined, {
            fields: [{ pointer: '/query/until', detail: 'Must not be before the first month' }],
          });
        }
        const all = await repository.countActive({ from, until });
        const weights = all.map(({ active }) => active);
        const allActiveUsers = weights.reduce((sum, active) => sum + active, 0);
        const cents = upkeepCents === undefined ? null : shareOut(upkeepCents, weights);
        const shares = all.flatMap(({ id, name, active }, index) =>
          scope.within.includes(id)
            ? [
                {
                  organisation: { id, name },
                  activeUsers: active,
                  percent: percent(active, allActiveUsers),
                  cents: cents?.[index] ?? null,
                },
              ]
            : [],
        );
        return { from, until, allActiveUsers, shares };
      }),
    ],
  };
}
