import type {
  Appointment,
  BookingWish,
  CitizenContact,
  OwnAppointment,
} from '@remote-clerk/shared/contracts/appointments.ts';
import {
  type AccountId,
  type AppointmentId,
  type ContactPointId,
  type InstitutionId,
  SeriesId,
} from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { type AppointmentCommand, isExpired, step } from '@remote-clerk/shared/domain/scheduling/appointment.ts';
import { addMilliseconds, type Instant, millisecondsBetween } from '@remote-clerk/shared/domain/time.ts';
import type { Context } from '../context.ts';
import { type Scope, systemScope } from '../db/scope.ts';
import type { Signals } from '../live/signals.ts';
import type { NotificationsService } from '../notifications/notifications-service.ts';
import type { StoredAppointment } from './appointment-row.ts';
import type { AppointmentsBoardRepository } from './appointments-board-repository.ts';
import type { AppointmentsRepository } from './appointments-repository.ts';
import type { Booker, NewAppointments } from './new-appointments.ts';
import type { Placing } from './placing.ts';
import { presentAppointment, presentOwnAppointment } from './present-appointments.ts';

type Needs = Pick<Context, 'db' | 'clock' | 'ids'> & {
  repository: AppointmentsRepository;
  board: AppointmentsBoardRepository;
  placing: Placing;
  fresh: NewAppointments;
  notifications: NotificationsService;
  signals: Signals;
  /** Somebody who has arrived is in the line: they are to leave it. Called in the transaction. */
  cancelledAfterArrival: (id: AppointmentId) => Promise<void>;
};

const dayMs = 86_400_000;

/** What is done with appointments. Each is one transaction; what an appointment may go through next is the domain's to say. */
export function createAppointmentsService(needs: Needs) {
  const { db, clock, ids, repository, board, placing, fresh, notifications, signals, cancelledAfterArrival } = needs;

  /** Desks and contact points show today: what is booked for another week is nothing new to them. */
  const changed = ({ institutionId, contactPointId, startsAt }: StoredAppointment) =>
    db.afterCommit(() => {
      if (Math.abs(millisecondsBetween(startsAt, clock.now())) > dayMs) return;
      signals.institutionChanged(institutionId);
      if (contactPointId) signals.contactPointChanged(contactPointId);
    });

  /** The citizen is told by mail, if they gave an address; in the transaction that it tells of. */
  const tell = (appointment: StoredAppointment, kind: 'confirmation' | 'change' | 'cancellation') =>
    notifications.appointmentChanged(
      {
        appointmentId: appointment.id,
        organisationId: appointment.organisationId,
        sequence: appointment.sequence,
        startsAt: appointment.startsAt,
        hasEmail: appointment.citizen?.email != null,
      },
      kind,
    );

  async function apply(
    before: StoredAppointment,
    command: AppointmentCommand,
    change: Partial<StoredAppointment> = {},
  ): Promise<StoredAppointment> {
    const after = await repository.update({ ...before, ...step(before, command, clock.now()), ...change });
    await changed(after);
    return after;
  }

  const confirm = async (held: StoredAppointment, citizen: CitizenContact, note: string) => {
    const booked = await apply(held, { kind: 'confirm' }, { citizen, note });
    await tell(booked, 'confirmation');
    return booked;
  };

  const cancel = async (before: StoredAppointment, reason: 'citizen' | 'institution' | 'contact-point') => {
    const wasHold = before.state === 'pending';
    const after = await apply(
      before,
      { kind: 'cancel', reason: wasHold ? 'hold-released' : reason },
      { sequence: before.sequence + 1 },
    );
    if (!wasHold) await tell(after, 'cancellation');
    if (before.state === 'arrived') await cancelledAfterArrival(before.id);
    return after;
  };

  /** @throws ProblemError `slot-taken`, `illegal-transition` */
  async function move(
    before: StoredAppointment,
    to: { startsAt: Instant; specialistId: AccountId | null; contactPointId?: ContactPointId | null | undefined },
  ): Promise<StoredAppointment> {
    step(before, { kind: 'move' }, clock.now());
    const { channel, language, serviceId } = before;
    const contactPointId = to.contactPointId === undefined ? before.contactPointId : to.contactPointId;
    const target = await fresh.targetOf({ serviceId, channel, contactPointId });
    const moved = await placing.place(
      { ...target, startsAt: to.startsAt, channel, language, specialistId: to.specialistId, except: before.id },
      (placement) =>
        repository.update({
          ...before,
          ...placement,
          contactPointId,
          hostOrganisationId: target.place?.organisationId ?? before.hostOrganisationId,
          sequence: before.sequence + 1,
        }),
    );
    await changed(before);
    await changed(moved);
    await tell(moved, 'change');
    return moved;
  }

  const hold = (wish: BookingWish, by: Booker) =>
    db.transaction(async () => {
      const target = await fresh.targetOf(wish);
      // Nobody is shown what is only kept: screens are told when it is booked.
      return placing.place({ ...wish, ...target }, async (placement) => {
        const appointment = fresh.make(wish, target, by, placement);
        await repository.insert(appointment);
        return appointment;
      });
    });

  return {
    hold,

    /** For staff, who have it by its id. @param check who may: throws for those who may not */
    async change(
      id: AppointmentId,
      check: (appointment: StoredAppointment) => Promise<void>,
      act:
        | { kind: 'confirm'; citizen: CitizenContact; note: string }
        | { kind: 'cancel'; version: number; reason: 'institution' | 'contact-point' }
        | {
            kind: 'move';
            version: number;
            startsAt: Instant;
            specialistId: AccountId | null;
            contactPointId?: ContactPointId | null | undefined;
          },
    ): Promise<StoredAppointment> {
      return db.transaction(async () => {
        const found = await repository.getLocked(systemScope, id);
        await check(found);
        if (act.kind === 'confirm') return confirm(found, act.citizen, act.note);
        if (act.version !== found.version) throw new ProblemError('conflict');
        return act.kind === 'cancel' ? cancel(found, act.reason) : move(found, act);
      });
    },

    /** For the citizen, who has it by its code. */
    async changeByCode(
      code: string,
      act:
        | { kind: 'confirm'; citizen: CitizenContact }
        | { kind: 'cancel' }
        | { kind: 'move'; startsAt: Instant; contactPointId?: ContactPointId | null | undefined },
    ): Promise<StoredAppointment> {
      return db.transaction(async () => {
        const found = await repository.getByCode(code);
        if (act.kind === 'confirm') return confirm(found, act.citizen, '');
        return act.kind === 'cancel' ? cancel(found, 'citizen') : move(found, { ...act, specialistId: null });
      });
    },

    /**
     * The same for each of these starts, all or none, with one specialist.
     * @throws ProblemError `series-conflict` that names each start that cannot be had
     */
    async bookSeries(
      wish: BookingWish & { citizen: CitizenContact; note: string },
      starts: readonly (Instant | null)[],
      by: Booker,
    ): Promise<{ seriesId: SeriesId; booked: StoredAppointment[] }> {
      return db.transaction(async () => {
        const seriesId = SeriesId.parse(ids.uuid());
        const target = await fresh.targetOf(wish);
        const booked: StoredAppointment[] = [];
        const conflicts: { pointer: string; detail: string }[] = [];
        for (const [index, startsAt] of starts.entries()) {
          const pointer = `/body/weeks/${index}`;
          if (startsAt === null) {
            conflicts.push({ pointer, detail: 'On that day the clock jumps over this time' });
            continue;
          }
          const specialistId = booked[0]?.specialistId ?? wish.specialistId;
          try {
            const held = await db.transaction(() =>
              placing.place({ ...wish, ...target, startsAt, specialistId }, async (placement) => {
                const appointment = { ...fresh.make(wish, target, by, placement), seriesId };
                await repository.insert(appointment);
                return appointment;
              }),
            );
            booked.push(await confirm(held, wish.citizen, wish.note));
          } catch (error) {
            if (!(error instanceof ProblemError) || error.type !== 'slot-taken') throw error;
            conflicts.push({ pointer, detail: `${startsAt} is not free` });
          }
        }
        if (conflicts.length > 0) throw new ProblemError('series-conflict', undefined, { fields: conflicts });
        return { seriesId, booked };
      });
    },

    /** @throws ProblemError `not-found` */
    findByCode: repository.getByCode,
    /** Locked when called in a transaction. @throws ProblemError `not-found` */
    get: (scope: Scope, id: AppointmentId) => repository.getLocked(scope, id),
    /** The citizen is here. @throws ProblemError `illegal-transition` */
    arrive: (appointment: StoredAppointment) => apply(appointment, { kind: 'arrive' }),
    /** It has taken place. */
    async fulfil(id: AppointmentId): Promise<void> {
      const found = await repository.getLocked(systemScope, id);
      if (found.state === 'booked' || found.state === 'arrived') await apply(found, { kind: 'fulfil' });
    },
    /** The citizen was here and has gone before their turn. */
    async leave(id: AppointmentId): Promise<void> {
      const found = await repository.getLocked(systemScope, id);
      if (found.state === 'arrived') await apply(found, { kind: 'miss' });
    },
    /** Nobody came to it. */
    async miss(id: AppointmentId): Promise<void> {
      await db.transaction(async () => {
        const found = await repository.getLocked(systemScope, id);
        if (found.state === 'booked') await apply(found, { kind: 'miss' });
      });
    },
    listUnattended: repository.listUnattended,
    listAhead: repository.listAhead,

    async present(id: AppointmentId): Promise<Appointment> {
      return presentAppointment(await board.get(id));
    },
    async presentOwn(id: AppointmentId): Promise<OwnAppointment> {
      const entry = await board.get(id);
      // A hold that is over is told as such, before anyone has swept it up.
      return presentOwnAppointment(isExpired(entry, clock.now()) ? { ...entry, state: 'cancelled' } : entry);
    },
    presentAll: async (found: readonly AppointmentId[]) => (await board.list(found)).map(presentAppointment),
    /** A contact point's appointments that start between two instants. */
    listAtContactPoint: async (id: ContactPointId, from: Instant, until: Instant) =>
      (await board.atContactPoint(id, from, until)).map(presentAppointment),
    listOfSpecialists: async (specialistIds: readonly AccountId[], from: Instant, until: Instant) =>
      (await board.ofSpecialists(specialistIds, from, until)).map(presentAppointment),
    /** An institution's booked and arrived appointments that start between two instants. */
    listOpenOfInstitution: async (id: InstitutionId, from: Instant, until: Instant) =>
      (await board.openOfInstitution(id, from, until)).map(presentAppointment),

    /** Holds whose time is over are given up; those of yesterday are forgotten. */
    async sweepHolds(): Promise<void> {
      const now = clock.now();
      await repository.expireHolds(now);
      await repository.deleteOldHolds(addMilliseconds(now, -dayMs));
    },
  };
}
export type { Booker, StoredAppointment };
export type AppointmentsService = ReturnType<typeof createAppointmentsService>;
