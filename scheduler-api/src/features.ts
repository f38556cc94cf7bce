import { createAppointmentRoutes } from './appointments/appointments-routes.ts';
import { createAuditFeature } from './audit/feature.ts';
import { createCalendarRoutes } from './calendars/calendars-routes.ts';
import { createChatRoutes } from './chat/chat-routes.ts';
import { createCitizenRoutes } from './citizens/citizens-routes.ts';
import { createClientsFeature } from './clients/feature.ts';
import { createConsultationRoutes } from './consultations/consultations-routes.ts';
import { measureConsultations } from './consultations/metrics.ts';
import { serveScreens } from './consultations/screens-live.ts';
import type { Context } from './context.ts';
import { createCostsFeature } from './costs/feature.ts';
import type { Feature } from './feature.ts';
import { createIdentity } from './identity/feature.ts';
import { createDirectories } from './identity/ldap/feature.ts';
import { createOidcFeature } from './identity/oidc/feature.ts';
import { createKioskRoutes } from './kiosks/kiosks-routes.ts';
import { createLive } from './live/create-live.ts';
import { createLoadRoutes } from './load/load-routes.ts';
import { serveNodes } from './nodes/nodes-live.ts';
import { createNotificationsFeature } from './notifications/feature.ts';
import { createOperationsRoutes } from './operations/operations-routes.ts';
import { createOrganisationRoutes } from './organisations/organisations-routes.ts';
import { serveGuests } from './people/guests-live.ts';
import { createPeopleRoutes } from './people/people-routes.ts';
import { createQueueRoutes } from './queue/queue-routes.ts';
import { createRightsFeature } from './rights/feature.ts';
import { createScheduleRoutes } from './schedules/schedules-routes.ts';
import { createPictureRoutes } from './service-cases/pictures-routes.ts';
import { createServiceCaseRoutes } from './service-cases/service-cases-routes.ts';
import { createServices, type Services } from './services.ts';

/** Every feature of the server; one that needs another's service is given it here. */
export function createFeatures(context: Context): Feature[] {
  const services = createServices(context);
  const directories = createDirectories({ ...context, ...services });
  const identity = createIdentity(context, {
    checkers: [directories.checkPassword],
    signOutUrl: services.providerSessions.signOutUrl,
    tellReset: (accountId, organisationId) =>
      services.notifications.tellStaff('second-factor-reset', [accountId], { organisationId }),
  });
  identity.listen({
    async signedIn({ post, id }) {
      if (post === 'specialist') await services.availability.signedIn(id);
    },
    async signedOut({ post, accountId }) {
      if (post === 'specialist') await services.availability.signedOut(accountId);
      services.signals.accountEnded(accountId);
    },
    ended: services.signals.accountEnded,
  });
  return [
    identity,
    directories.feature,
    createOidcFeature({ ...context, ...services, listeners: identity.listeners }),
    createAuditFeature(context),
    createRemoteConsultation(context, services),
    createRightsFeature(services.rights),
    createNotificationsFeature(context, services.notifications),
    createClientsFeature(context),
    createCostsFeature(context),
  ];
}

/** Kiosks, consultations and their cases, media nodes, and the sockets that keep every screen true. */
function createRemoteConsultation(context: Context, services: Services): Feature {
  const { enrolment, nodes, presence, specialists, kiosks } = services;
  const parts = { ...context, ...services };
  let screens: ReturnType<typeof serveScreens> | undefined;
  let guestPages: ReturnType<typeof serveGuests> | undefined;
  measureConsultations(context, services);

  return {
    authenticators: [
      { credential: 'bearer', authenticate: enrolment.authenticate },
      { credential: 'bearer', authenticate: services.guestSessions.authenticate },
    ],
    routes: [
      ...createKioskRoutes(parts),
      ...createConsultationRoutes(parts),
      ...createServiceCaseRoutes(parts),
      ...createPictureRoutes(parts),
      ...createCitizenRoutes(parts),
      ...createPeopleRoutes(parts),
      ...createChatRoutes(parts),
      ...createOperationsRoutes(parts),
      ...createOrganisationRoutes(parts),
      ...createScheduleRoutes(parts),
      ...createCalendarRoutes(parts),
      ...createLoadRoutes(parts),
      ...createAppointmentRoutes(parts),
      ...createQueueRoutes(parts),
    ],
    documents: [services.feeds.document],
    jobs: [
      { name: 'move consultations on', everyMs: 1_000, run: presence.sweep },
      { name: 'miss numbers to which nobody comes', everyMs: 1_000, run: services.calling.missLate },
      { name: 'end the numbers of earlier days', everyMs: 60_000, run: services.endOfDay },
      { name: 'measure how long services take', everyMs: 3_600_000, run: services.times.measure },
      { name: 'give up holds that are over', everyMs: 15_000, run: services.appointments.sweepHolds },
      { name: 'mark missed appointments', everyMs: 30_000, run: services.sweepMissed },
      { name: 'check connected calendars', everyMs: 30_000, run: services.calendars.check },
      { name: 'check the sessions of open consoles', everyMs: 60_000, run: async () => screens?.recheckConsoles() },
      { name: 'check the sessions of guests', everyMs: 60_000, run: async () => guestPages?.recheckGuests() },
      { name: 'end invitations that nobody followed', everyMs: 15_000, run: services.guests.sweep },
      { name: 'forget expired kiosk sessions', everyMs: 60_000, run: enrolment.deleteExpired },
      {
        name: 'forget sign-ins of citizens that nobody ended',
        everyMs: 60_000,
        run: services.citizenSignIn.deleteExpired,
      },
      { name: 'close personal codes with the present key', everyMs: 600_000, run: services.reseal },
      { name: 'forget old room reports', everyMs: 3_600_000, run: nodes.forgetOldReports },
    ],
    async prepare() {
      await specialists.disconnectAll();
      await kiosks.disconnectAll();
      await nodes.giveTime();
      await presence.everyoneDisconnected();
    },
    live({ httpServer, authentication }) {
      const live = createLive(httpServer, context);
      screens = serveScreens(live, { ...parts, authentication });
      guestPages = serveGuests(live, { ...parts, authentication });
      serveNodes(live, parts);
      return live;
    },
  };
}
