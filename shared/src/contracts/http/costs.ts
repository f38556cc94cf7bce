import { z } from 'zod';
import { OrganisationId } from '../../domain/ids.ts';
import { defineRoutes } from './route.ts';

const Month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);

/** An organisation's part in the upkeep: in proportion to those of its people who have used the system. */
export const CostShare = z
  .object({
    organisation: z.object({ id: OrganisationId, name: z.string() }),
    /** People who signed in at least once in a month, added up over the months. */
    activeUsers: z.int().nonnegative(),
    percent: z.number(),
    /** Of the upkeep, in cents; null where none was given. All organisations' together are the whole, to the cent. */
    cents: z.int().nullable(),
  })
  .meta({ id: 'CostShare' });
export type CostShare = z.infer<typeof CostShare>;

export const costRoutes = defineRoutes({
  readCosts: {
    method: 'get',
    path: '/api/v1/costs',
    tag: 'Administration',
    summary: 'Active users of one’s organisations over some months, and their share of the installation’s upkeep',
    permission: 'costs.read',
    query: z.object({
      from: Month,
      until: Month,
      /** What the upkeep of the whole installation cost over these months, in cents. */
      upkeepCents: z.coerce.number().int().min(0).max(1e12).optional(),
    }),
    reply: z.object({
      from: Month,
      until: Month,
      /** Of the whole installation; of others' organisations no more is told. */
      allActiveUsers: z.int().nonnegative(),
      shares: z.array(CostShare),
    }),
    status: 200,
  },
});
