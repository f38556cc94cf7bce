import { loadRoutes } from '@remote-clerk/shared/contracts/http/load.ts';
import { bind } from '../http/bind.ts';
import type { ScheduleChanges } from '../schedules/schedule-changes.ts';
import type { LoadService } from './load-service.ts';

type Parts = { load: LoadService; scheduleChanges: ScheduleChanges };

export function createLoadRoutes({ load, scheduleChanges }: Parts) {
  return [
    bind(loadRoutes.readLoad, async ({ params, scope }) => {
      await scheduleChanges.assertInstitution(scope, params.institutionId);
      return load.read(scope, params.institutionId);
    }),
  ];
}
