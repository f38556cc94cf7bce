import type { Feature } from '../feature.ts';
import type { RightsProcess } from './rights-process.ts';
import { createRightsRoutes } from './rights-routes.ts';

/** Rights are asked for, approved, looked through, and end. */
export function createRightsFeature(process: RightsProcess): Feature {
  const { service, requests, reviews, notices, watch } = process;
  return {
    routes: createRightsRoutes(process),
    jobs: [
      { name: 'end rights that ran out', everyMs: 1_000, run: service.expire },
      { name: 'see whose rights have changed', everyMs: 1_000, run: watch },
      { name: 'end requests for rights that nobody decided', everyMs: 60_000, run: requests.expireOverdue },
      { name: 'tell of rights that end, withdraw unused ones', everyMs: 3_600_000, run: notices.tend },
      { name: 'review rights', everyMs: 3_600_000, run: reviews.tend },
    ],
  };
}
