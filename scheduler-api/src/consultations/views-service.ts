import {
  type ContactPointView,
  type DeskView,
  type KioskView,
  type OfferedService,
  StartRequest,
} from '@remote-clerk/shared/contracts/views.ts';
import type { AccountId, ContactPointId, InstitutionId, KioskId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { addMilliseconds, epochMilliseconds, type Instant } from '@remote-clerk/shared/domain/time.ts';
import { estimateWait, standing } from '@remote-clerk/shared/domain/waiting-line.ts';
import { Temporal } from 'temporal-polyfill';
import type { Context } from '../context.ts';
import { type Scope, systemScope } from '../db/scope.ts';
import type { KiosksService } from '../kiosks/kiosks-service.ts';
import type { CatalogueService } from '../organisations/catalogue-service.ts';
import type { Specialist, SpecialistsService } from '../specialists/specialists-service.ts';
import type { BoardRepository } from './board-repository.ts';
import {
  type Board,
  presentContactPointKiosk,
  presentDesk,
  presentKioskConsultation,
  staffAtWork,
  standingOf,
} from './present-views.ts';

/** Where a working day begins for a count of today's calls: all institutions are in Latvia. */
const timeZone = 'Europe/Riga';

type Needs = Pick<Context, 'clock'> & {
  board: BoardRepository;
  kiosks: KiosksService;
  specialists: SpecialistsService;
  catalogue: CatalogueService;
};

/** Makes the views that screens show, each whole. */
export function createViewsService({ clock, board, kiosks, specialists, catalogue }: Needs) {
  let lastRevision = 0;
  /** Taken before reading, so that of two views the one read later has the greater; it goes on growing after a restart. */
  const stamp = () => {
    const asOf = clock.now();
    lastRevision = Math.max(lastRevision + 1, epochMilliseconds(asOf));
    return { revision: lastRevision, asOf };
  };

  const readBoard = async (institutionId: InstitutionId): Promise<Board> => ({
    open: await board.openOfInstitution(institutionId),
    staff: await specialists.listOfInstitution(systemScope, institutionId),
  });

  async function desksOf(institutionId: InstitutionId, choose: (specialist: Specialist) => boolean) {
    const stamped = stamp();
    const read = await readBoard(institutionId);
    const chosen = read.staff.filter(choose);
    const chosenIds = chosen.map((specialist) => specialist.id);
    const toClose = await board.toClose(chosenIds);
    const served = await board.countServed(chosenIds, startOfDay(stamped.asOf));
    const desks = chosen.map((specialist) => {
      const own = toClose.filter((entry) => entry.specialistId === specialist.id);
      return {
        specialistId: specialist.id,
        view: { ...stamped, ...presentDesk(specialist, read, own, served.get(specialist.id) ?? 0) },
      };
    });
    return { desks, board: read };
  }

  return {
    /** The desks of an institution's specialists who are connected, and the kiosks that its line concerns. */
    async institution(institutionId: InstitutionId) {
      const { desks, board: read } = await desksOf(institutionId, (specialist) => specialist.connectionId !== null);
      return {
        desks,
        kioskIds: read.open.map((entry) => entry.kioskId),
        contactPointIds: [...new Set(read.open.map((entry) => entry.contactPointId))],
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
      return {
        ...stamped,
        kiosk: { id: kiosk.id, name: kiosk.name },
        contactPoint: kiosk.contactPoint,
        consultation: entry ? presentKioskConsultation(entry, await readBoard(entry.institutionId)) : null,
        calledTicket: null,
        nextTicket: null,
        openToday: [],
        startRequest: kiosk.startRequest && StartRequest.parse(kiosk.startRequest),
        helpRequestedAt: kiosk.helpRequestedAt,
      };
    },

    async contactPoint(
      scope: Scope,
      id: ContactPointId,
      contactPoint: ContactPointView['contactPoint'],
    ): Promise<ContactPointView> {
      const stamped = stamp();
      const entries = await board.openAtContactPoint(id);
      const boards = new Map<InstitutionId, Board>();
      for (const { institutionId } of entries) {
        if (!boards.has(institutionId)) boards.set(institutionId, await readBoard(institutionId));
      }
      const shown = (await kiosks.listOfContactPoint(scope, id)).map((kiosk) => {
        const entry = entries.find((one) => one.kioskId === kiosk.id);
        const read = entry && boards.get(entry.institutionId);
        return presentContactPointKiosk(kiosk, entry, entry && read ? (standingOf(entry, read)?.place ?? null) : null);
      });
      return { ...stamped, contactPoint, kiosks: shown, tickets: [], appointments: [] };
    },

    /** Services to choose from, with the wait of one who would ask now, in the language of most. */
    async offered(): Promise<OfferedService[]> {
      const services = await catalogue.listOffered();
      const boards = new Map<InstitutionId, Board>();
      for (const { institution } of services) {
        if (!boards.has(institution.id)) boards.set(institution.id, await readBoard(institution.id));
      }
      const now = clock.now();
      return services.map((service) => {
        const read = boards.get(service.institution.id);
        if (!read) return { ...service, wait: null, opensAt: null };
        const newcomer = { askedAt: addMilliseconds(now, 1), serviceId: service.id, language: 'lv' };
        const line = read.open.filter((entry) => entry.state === 'waiting' || entry.state === 'offered');
        return {
          ...service,
          opensAt: null,
          wait: estimateWait(standing(newcomer, line, staffAtWork(read)), service.minutes),
        };
      });
    },
  };
}
export type ViewsService = ReturnType<typeof createViewsService>;

function startOfDay(now: Instant): Instant {
  const day = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).startOfDay();
  return addMilliseconds(now, day.epochMilliseconds - epochMilliseconds(now));
}
