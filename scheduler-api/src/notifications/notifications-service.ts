import type { Delivery } from '@remote-clerk/shared/contracts/appointments.ts';
import type {
  AccountId,
  AppointmentId,
  OrganisationId,
  RightId,
  RightRequestId,
  RightsReviewId,
} from '@remote-clerk/shared/domain/ids.ts';
import { addMilliseconds, type Instant, millisecondsBetween } from '@remote-clerk/shared/domain/time.ts';
import type { Context } from '../context.ts';
import type { Scope } from '../db/scope.ts';
import { createAppointmentFactsRepository } from './appointment-facts-repository.ts';
import { createDelivery } from './delivery.ts';
import { createMailer } from './mailer.ts';
import { createOutboxRepository, type MessageKind } from './outbox-repository.ts';
import { createQueueRepository } from './queue-repository.ts';
import { createStaffDelivery } from './staff-delivery.ts';
import { createStaffFactsRepository, type StaffMessageKind } from './staff-facts-repository.ts';

const hourMs = 3_600_000;
/** A reminder comes a day before; who books later than that knows without one. */
const reminder = { before: 24 * hourMs, leastNotice: 26 * hourMs } as const;

export type AppointmentNews = {
  appointmentId: AppointmentId;
  /** The institution's. */
  organisationId: OrganisationId;
  /** The appointment's, after the change: what was to be said of an older one is not said any more. */
  sequence: number;
  startsAt: Instant;
  hasEmail: boolean;
};

export type NotificationsService = ReturnType<typeof createNotificationsService>;

/** What a message to staff is about. */
export type StaffNews = {
  organisationId: OrganisationId;
  requestId?: RightRequestId;
  rightId?: RightId;
  reviewId?: RightsReviewId;
};

/** E-mails to citizens about their appointments, and to staff about their rights. */
export function createNotificationsService(context: Pick<Context, 'db' | 'clock' | 'ids' | 'logger' | 'config'>) {
  const { db, clock, ids, config } = context;
  const outbox = createOutboxRepository(db);
  const mailer = config.mail && createMailer(config.mail);
  const facts = createAppointmentFactsRepository(db);
  const { sendDue: sendToCitizens } = createDelivery({ ...context, outbox, facts, mailer });
  const staffFacts = createStaffFactsRepository(db);
  const staffQueue = createQueueRepository(db, 'staff_outbox');
  const sendToStaff = createStaffDelivery({ ...context, queue: staffQueue, facts: staffFacts, mailer });

  return {
    /**
     * Writes down, in the transaction that it is called in, what the citizen is to be told: the change itself at once,
     * and a reminder of the time that now counts instead of any earlier one. Does nothing for who gave no e-mail.
     */
    async appointmentChanged(news: AppointmentNews, kind: Exclude<MessageKind, 'reminder'>): Promise<void> {
      const { appointmentId, organisationId, sequence, startsAt } = news;
      if (!news.hasEmail) return;
      const now = clock.now();
      const queue = (what: MessageKind, dueAt: Instant) =>
        outbox.insert({ id: ids.uuid(), organisationId, appointmentId, kind: what, sequence, createdAt: now, dueAt });

      await outbox.dropReminders(appointmentId, now);
      await queue(kind, now);
      if (kind === 'cancellation' || millisecondsBetween(now, startsAt) < reminder.leastNotice) return;
      await queue('reminder', addMilliseconds(startsAt, -reminder.before));
    },

    /** What was sent about an appointment and what waits to be, the oldest first. */
    listDeliveries: (scope: Scope, appointmentId: AppointmentId): Promise<Delivery[]> =>
      outbox.listDeliveries(scope, appointmentId),

    /** Writes down, in the transaction that it is called in, what staff are to be told, each once. */
    async tellStaff(kind: StaffMessageKind, to: readonly AccountId[], news: StaffNews): Promise<void> {
      const { organisationId, requestId = null, rightId = null, reviewId = null } = news;
      for (const accountId of new Set(to)) {
        const about = { organisationId, requestId, rightId, reviewId };
        await staffFacts.insert({ id: ids.uuid(), accountId, kind, ...about, createdAt: clock.now() });
      }
    },

    /** The job: sends what is due. */
    async sendDue(): Promise<void> {
      await sendToCitizens();
      await sendToStaff();
    },

    /** Messages that should have been sent by now. */
    countOverdue: async (): Promise<number> =>
      (await outbox.countDue(clock.now())) + (await staffQueue.countDue(clock.now())),

    /** Messages that were given up within the last day. */
    async countFailed(): Promise<number> {
      const since = addMilliseconds(clock.now(), -24 * hourMs);
      return (await outbox.countFailedSince(since)) + (await staffQueue.countFailedSince(since));
    },
  };
}
