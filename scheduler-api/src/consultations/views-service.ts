import type { Invitation } from '@remote-clerk/shared/contracts/people.ts';
import {
  type ContactPointView,
  type DeskView,
  type GuestView,
  type KioskView,
  type OfferedService,
  StartRequest,
} from '@remote-clerk/shared/contracts/views.ts';
import type {
  AccountId,
  ConsultationId,
  ContactPointId,
  InstitutionId,
  InvitationId,
  KioskId,
  PublicServiceId,
} from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { dateAt, type PlainDate, usualTimeZone } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { openingTime } from '@remote-clerk/shared/domain/scheduling/working-time.ts';
import { addMilliseconds, epochMilliseconds, type Instant, instantFrom } from '@remote-clerk/shared/domain/time.ts';
import type { AppointmentsService } from '../appointments/appointments-service.ts';
import type { Context } from '../context.ts';
import { type Scope, systemScope } from '../db/scope.ts';
import type { KiosksService } from '../kiosks/kiosks-service.ts';
import type { CatalogueService } from '../organisations/catalogue-service.ts';
import type { ContactPointsService } from '../organisations/contact-points-service.ts';
import type { TicketViews } from '../queue/ticket-views.ts';
import type { SchedulesService } from '../schedules/schedules-service.ts';
import type { Specialist, SpecialistsService } from '../specialists/specialists-service.ts';
import type { BoardRepository } from './board-repository.ts';
import { type Board, type Boards, standingIn, waitIn } from './boards.ts';
import type { PeopleOnScreens } from './people-on-screens.ts';
import {
  presentContactPointKiosk,
  presentDesk,
  presentGuestConsultation,
  presentKioskConsultation,
  standingOf,
} from './present-views.ts';

type Needs = Pick<Context, 'clock' | 'config'> & {
  board: BoardRepository;
  boards: Boards;
  tickets: TicketViews;
  appointments: AppointmentsService;
  schedules: SchedulesService;
  contactPoints: ContactPointsService;
  kiosks: KiosksService;
  specialists: SpecialistsService;
  catalogue: CatalogueService;
  people: PeopleOnScreens;
};

/** Who declined, left or was sent away is the specialist's to know only. */
const isComing = ({ state }: Invitation) => state === 'invited' || state === 'joined';

/** Makes the views that screens show, each whole. */
export function createViewsService(needs: Needs) {
  const {
    clock,
    config,
    board,
    boards,
    tickets,
    appointments,
    schedules,
    contactPoints,
    kiosks,
    specialists,
    catalogue,
  } = needs;
  const { people } = needs;
  let lastRevision = 0;
  /** Taken before reading, so that of two views the one read later has the greater; it goes on growing after a restart. */
  const stamp = () => {
    const asOf = clock.now();
    lastRevision = Math.max(lastRevision + 1, epochMilliseconds(asOf));
    return { revision: lastRevision, asOf };
  };

  /** The day that it is in a zone. */
  function today(zone: string): { date: PlainDate; from: Instant; until: Instant } {
    const date = dateAt(epochMilliseconds(clock.now()), zone);
    const { from, until } = schedules.daysIn(zone, date, date).clock.day(date);
    return { date, from: instantFrom(from), until: instantFrom(until) };
  }

  async function openToday(id: ContactPointId) {
    const { openingHours, timeZone: zone } = await contactPoints.get(systemScope, id);
    const { date } = today(zone);
    return openingTime(openingHours, date, schedules.daysIn(zone, date, date)).map(({ from, until }) => ({
      from: instantFrom(from),
      until: instantFrom(until),
    }));
  }

  /** When somebody who can serve a service comes by their schedule; null when one should be there already. */
  function createOpening() {
    // Most services of an institution are served by the same people.
    const known = new Map<string, Promise<Instant | null>>();
    return async (serviceId: PublicServiceId, { staff }: Board): Promise<Instant | null> => {
      const able = staff.filter(({ skills }) => skills.has(serviceId));
      const who = able.map(({ id }) => id).join();
      const asked = known.get(who) ?? schedules.nextWorkingTime(able);
      known.set(who, asked);
      const next = await asked;
      return next && next > clock.now() ? next : null;
    };
  }

  async function desksOf(institutionId: InstitutionId, choose: (specialist: Specialist) => boolean) {
    const stamped = stamp();
    const read = await boards.read(institutionId);
    const chosen = read.staff.filter(choose);
    const chosenIds = chosen.map((specialist) => specialist.id);
    const toClose = await board.toClose(chosenIds);
    const day = today(usualTimeZone);
    const served = await board.countServed(chosenIds, day.from);
    const booked = await appointments.listOfSpecialists(chosenIds, day.from, day.until);
    const inCalls = read.open.filter((entry) => entry.specialistId !== null && chosenIds.includes(entry.specialistId));
    const others = await people.listFor(inCalls.map((entry) => entry.id));
    const invitations = await people.listAtDesks(chosenIds);
    const desks = chosen.map((specialist) => {
      const inCall = inCalls.find((entry) => entry.specialistId === specialist.id);
      const own = {
        toClose: toClose.filter((entry) => entry.specialistId === specialist.id),
        appointments: booked.filter(
          (one) => one.specialist.id === specialist.id && (one.state === 'booked' || one.state === 'arrived'),
        ),
        served: served.get(specialist.id) ?? 0,
        people: (inCall && others.get(inCall.id)) ?? [],
        invitations: invitations.get(specialist.id) ?? [],
      };
      return { specialistId: specialist.id, view: { ...stamped, ...presentDesk(specialist, read, own) } };
    });
    return { desks, board: read };
  }

  return {
    /** The desks of an institution's specialists who are connected, and the kiosks that its line concerns. */
    async institution(institutionId: InstitutionId) {
      const { desks, board: read } = await desksOf(institutionId, (specialist) => specialist.connectionId !== null);
      return {
        desks,
        kioskIds: [...new Set([...read.open, ...read.tickets].flatMap((entry) => entry.kioskId ?? []))],
        contactPointIds: [...new Set([...read.open, ...read.tickets].map((entry) => entry.contactPointId))],
      };
    },

    async desk(scope: Scope, id: AccountId): Promise<DeskView> {
      const { institutionId } = await specialists.get(scope, id);
      const { desks } = await desksOf(institutionId, (specialist) => specialist.id === id);
      const [desk] = desks;
      if (!desk) throw new ProblemError('not-found');
      return desk.view;
    },

    async kiosk(scope: Scope, id: KioskId): Promise<KioskView> {
      const stamped = stamp();
      const kiosk = await kiosks.get(scope, id);
      const entry = await board.shownAtKiosk(id);
      const others = entry && (await people.listFor([entry.id]));
      return {
        ...stamped,
        kiosk: { id: kiosk.id, name: kiosk.name },
        contactPoint: kiosk.contactPoint,
        consultation: entry
          ? presentKioskConsultation(
              entry,
              await boards.read(entry.institutionId),
              (others?.get(entry.id) ?? []).filter(isComing),
            )
          : null,
        calledTicket: await tickets.calledTo(id),
        nextTicket: entry ? await tickets.passedOnIn(entry.id) : null,
        openToday: await openToday(kiosk.contactPoint.id),
        startRequest: kiosk.startRequest && StartRequest.parse(kiosk.startRequest),
        helpRequestedAt: kiosk.helpRequestedAt,
        signInThrough: config.citizens.signIn?.name ?? null,
      };
    },

    /** @throws ProblemError `not-found` for an invitation into another consultation */
    async guest(consultationId: ConsultationId, invitationId: InvitationId): Promise<GuestView> {
      const stamped = stamp();
      const entry = await board.find(consultationId);
      const all = (await people.listFor([consultationId])).get(consultationId) ?? [];
      const invitation = all.find(({ id }) => id === invitationId);
      if (!entry || !invitation) throw new ProblemError('not-found');
      return { ...stamped, invitation, consultation: presentGuestConsultation(entry, all.filter(isComing)) };
    },

    async contactPoint(
      scope: Scope,
      id: ContactPointId,
      contactPoint: ContactPointView['contactPoint'],
    ): Promise<ContactPointView> {
      const stamped = stamp();
      const entries = await board.openAtContactPoint(id);
      const read = await boards.readAll(entries.map(({ institutionId }) => institutionId));
      const day = today(contactPoint.timeZone);
      const shown = (await kiosks.listOfContactPoint(scope, id)).map((kiosk) => {
        const entry = entries.find((one) => one.kioskId === kiosk.id);
        const own = entry && read.get(entry.institutionId);
        return presentContactPointKiosk(kiosk, entry, entry && own ? (standingOf(entry, own)?.place ?? null) : null);
      });
      return {
        ...stamped,
        contactPoint,
        kiosks: shown,
        tickets: await tickets.room(id, read),
        appointments: await appointments.listAtContactPoint(id, day.from, day.until),
      };
    },

    /** Services to choose from, with the wait of one who would ask now, in the language of most. */
    async offered(): Promise<OfferedService[]> {
      const services = await catalogue.listOffered();
      const read = await boards.readAll(services.map(({ institution }) => institution.id));
      const countsFrom = addMilliseconds(clock.now(), 1);
      const offered: OfferedService[] = [];
      const opensAt = createOpening();
      for (const service of services) {
        const own = read.get(service.institution.id);
        if (!own) continue;
        const newcomer = { countsFrom, serviceId: service.id, language: 'lv' };
        offered.push({
          ...service,
          opensAt: service.staffed ? null : await opensAt(service.id, own),
          wait: waitIn(own, newcomer, standingIn(own, newcomer), service.minutes),
        });
      }
      return offered;
    },
  };
}
export type ViewsService = ReturnType<typeof createViewsService>;
