import { z } from 'zod';
import { InstitutionId } from '../../domain/ids.ts';
import { Instant } from '../../domain/time.ts';
import { defineRoutes } from './route.ts';

/** Minutes in one half hour, over all specialists of the institution. */
export const LoadCell = z.object({
  from: Instant,
  available: z.number().nonnegative(),
  booked: z.number().nonnegative(),
  /** Those who walk in, as in the same half hour of the last weeks. */
  expectedWalkIn: z.number().nonnegative(),
});
export type LoadCell = z.infer<typeof LoadCell>;

export const loadRoutes = defineRoutes({
  readLoad: {
    tag: 'Calendars',
    permission: 'calendar.manage',
    params: z.object({ institutionId: InstitutionId }),
    method: 'get',
    path: '/api/v1/institutions/:institutionId/load',
    summary: 'Expected against available minutes, per half hour of the coming two weeks',
    reply: z.object({
      timeZone: z.string(),
      /** How many weeks the expectation is made from. */
      weeksSeen: z.int().nonnegative(),
      cells: z.array(LoadCell),
    }),
    status: 200,
  },
});
