import { defaultPatience, type PatiencePolicy } from '@remote-clerk/shared/domain/consultation.ts';
import type { ConsultationId, InstitutionId, QueueTicketId } from '@remote-clerk/shared/domain/ids.ts';
import { addMilliseconds, type Instant, isDue } from '@remote-clerk/shared/domain/time.ts';
import {
  type Candidate,
  isKeptFor,
  type LineEntry,
  matchLine,
  roundIsOver,
} from '@remote-clerk/shared/domain/waiting-line.ts';
import type { AppointmentsService } from '../appointments/appointments-service.ts';
import type { Context } from '../context.ts';
import { systemScope } from '../db/scope.ts';
import type { GuestBook } from '../people/guest-book.ts';
import type { Calling } from '../queue/calling.ts';
import type { ServiceTimesService } from '../queue/service-times.ts';
import { isAtWork, type Specialist, type SpecialistsService } from '../specialists/specialists-service.ts';
import type { Consultation } from './consultation-row.ts';
import type { ConsultationsRepository } from './consultations-repository.ts';
import type { Steps } from './steps.ts';

/** After everyone has passed, nobody is rung for this long, in milliseconds, before all are asked again. */
const pauseBetweenRoundsMs = 30_000;
/** For so long after its time an appointment may still begin, in milliseconds. */
const lateMs = 30 * 60_000;

type Needs = Pick<Context, 'db' | 'clock'> & {
  repository: ConsultationsRepository;
  specialists: SpecialistsService;
  steps: Steps;
  calling: Calling;
  times: ServiceTimesService;
  appointments: Pick<AppointmentsService, 'listOpenOfInstitution'>;
  guestBook: Pick<GuestBook, 'listAway'>;
  patience?: PatiencePolicy;
};

type Tickets = Awaited<ReturnType<Calling['listLine']>>;
type Passed = Awaited<ReturnType<ConsultationsRepository['listPassed']>>;

/** Rings specialists for those who wait at kiosks, and calls those who wait in the rooms to kiosks: one line. */
export function createDispatch(needs: Needs) {
  const {
    db,
    clock,
    repository,
    specialists,
    steps,
    calling,
    times,
    appointments,
    guestBook,
    patience = defaultPatience,
  } = needs;

  /** Specialists whose citizens are here for their appointment and can begin now, or come to a kiosk this moment. */
  function keptOf(waiting: Consultation[], { queued, begun }: Tickets, passed: Passed, now: Instant) {
    const atKiosks = begun.filter((ticket) =>
      waiting.some(
        (one) =>
          one.ticketId === ticket.id &&
          !passed.some((offer) => offer.consultationId === one.id && offer.specialistId === ticket.specialistId),
      ),
    );
    const inRooms = queued.filter(({ entry }) => entry.kiosks === null || entry.kiosks.length > 0);
    return new Set(
      [...atKiosks, ...inRooms.map(({ ticket }) => ticket)].flatMap(({ specialistId, names }) =>
        specialistId && names.appointment && isKeptFor(names.appointment.startsAt, now) ? specialistId : [],
      ),
    );
  }

  /** Matches the institution's line with its free specialists. Calling it again changes nothing. */
  return async function dispatch(institutionId: InstitutionId): Promise<void> {
    await db.transaction(async () => {
      await repository.lockLine(institutionId);
      const open = await repository.listOpenOfInstitution(systemScope, institutionId);
      const waiting = open.filter((one) => one.state === 'waiting' && one.kioskLostAt === null && one.room !== null);
      const staff = (await specialists.listOfInstitution(systemScope, institutionId)).filter(isAtWork);
      const guests = await guestBook.listAway(staff.map(({ id }) => id));
      const isBusy = (specialist: Specialist) =>
        specialists.isWrappingUp(specialist) ||
        guests.has(specialist.id) ||
        open.some((one) => one.offeredTo === specialist.id || one.specialistId === specialist.id);
      if (staff.every(isBusy)) return;
      const tickets = await calling.listLine(institutionId);
      const { queued } = tickets;
      if (waiting.length === 0 && queued.every(({ ticket }) => ticket.state === 'called')) return;
      const now = clock.now();
      const passed = await repository.listPassed(systemScope, institutionId);
      const minutes = await times.ofInstitution(institutionId);
      const longest = Math.max(0, ...[...minutes.values()].map((one) => one.minutes));
      const ahead = await appointments.listOpenOfInstitution(
        institutionId,
        addMilliseconds(now, -lateMs),
        addMilliseconds(now, longest * 60_000),
      );
      const kept = keptOf(waiting, tickets, passed, now);

      const toCandidate = (specialist: Specialist): Candidate => ({
        specialistId: specialist.id,
        idleSince: specialist.idleSince ?? now,
        busy: isBusy(specialist),
        skills: specialist.skills,
        backupFor: specialist.backupFor,
        languages: specialist.languages,
        keptForOwn: kept.has(specialist.id),
        nextAppointmentAt: ahead.find((one) => one.specialist.id === specialist.id)?.startsAt ?? null,
      });
      const candidates = staff.map(toCandidate);

      const atKiosks = waiting.map((one): LineEntry<ConsultationId> => {
        const offers = passed.filter((offer) => offer.consultationId === one.id);
        const entry = {
          id: one.id,
          countsFrom: one.countsFrom,
          waitsSince: one.askedAt,
          serviceId: one.serviceId,
          minutes: minutes.get(one.serviceId)?.minutes ?? 0,
          language: one.language,
          forSpecialist: one.forSpecialistId,
          kiosks: null,
        };
        const passedBy = new Set(offers.map((offer) => offer.specialistId));
        const rested = offers.every((offer) => isDue(addMilliseconds(offer.answeredAt, pauseBetweenRoundsMs), now));
        const again = rested && roundIsOver({ ...entry, passedBy }, candidates, now);
        return { ...entry, passedBy: again ? new Set() : passedBy };
      });

      const line: LineEntry<ConsultationId | QueueTicketId>[] = [...atKiosks, ...queued.map(({ entry }) => entry)];
      for (const { id, specialistId, kioskId } of matchLine(line, candidates, now)) {
        const called = queued.find(({ ticket }) => ticket.id === id);
        if (called) {
          if (kioskId) await calling.callMatched(called.ticket, kioskId);
          continue;
        }
        const match = waiting.find((one) => one.id === id);
        if (!match) continue;
        const consultation = await repository.getLocked(systemScope, match.id);
        if (consultation.state !== 'waiting') continue;
        const startsOver = passed.some(
          (offer) => offer.consultationId === consultation.id && offer.specialistId === specialistId,
        );
        await steps.apply(
          { ...consultation, round: consultation.round + (startsOver ? 1 : 0) },
          { kind: 'offer', specialistId, expiresAt: addMilliseconds(now, patience.offerMs) },
        );
      }
    });
  };
}
export type Dispatch = ReturnType<typeof createDispatch>;
