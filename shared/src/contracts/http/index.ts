import { appointmentRoutes } from './appointments.ts';
import { auditRoutes } from './audit.ts';
import { calendarRoutes } from './calendars.ts';
import { clientRoutes } from './clients.ts';
import { consultationRoutes } from './consultations.ts';
import { costRoutes } from './costs.ts';
import { identityRoutes } from './identity.ts';
import { identityAdministrationRoutes } from './identity-administration.ts';
import { kioskRoutes } from './kiosks.ts';
import { loadRoutes } from './load.ts';
import { operationsRoutes } from './operations.ts';
import { organisationRoutes } from './organisations.ts';
import { peopleRoutes } from './people.ts';
import { queueRoutes } from './queue.ts';
import { rightsRoutes } from './rights.ts';
import type { Route } from './route.ts';
import { scheduleRoutes } from './schedules.ts';
import { serviceCaseRoutes } from './service-cases.ts';
import { sessionRoutes } from './sessions.ts';
import { signInRoutes } from './sign-in.ts';

/** Every endpoint there is. */
export const routes = {
  ...sessionRoutes,
  ...signInRoutes,
  ...identityAdministrationRoutes,
  ...kioskRoutes,
  ...consultationRoutes,
  ...serviceCaseRoutes,
  ...identityRoutes,
  ...organisationRoutes,
  ...scheduleRoutes,
  ...calendarRoutes,
  ...loadRoutes,
  ...appointmentRoutes,
  ...queueRoutes,
  ...peopleRoutes,
  ...operationsRoutes,
  ...auditRoutes,
  ...clientRoutes,
  ...costRoutes,
  ...rightsRoutes,
} satisfies Record<string, Route>;
export type RouteName = keyof typeof routes;
