import { isDue } from '@remote-clerk/shared/domain/time.ts';
import type { Context } from '../context.ts';
import type { AppointmentFacts, AppointmentFactsRepository } from './appointment-facts-repository.ts';
import { createCalendarFile } from './calendar-file.ts';
import { composeMail } from './compose-mail.ts';
import { MailError, type Mailer } from './mailer.ts';
import type { Message, OutboxRepository } from './outbox-repository.ts';
import { isLast, waitAfter } from './retries.ts';

/** How many messages one run sends at most, so that the server can stop between two runs. */
const mostInARun = 20;

type Needs = Pick<Context, 'clock' | 'logger' | 'config'> & {
  outbox: OutboxRepository;
  facts: AppointmentFactsRepository;
  /** Undefined where no mail server is set. */
  mailer: Mailer | undefined;
};

/**
 * Sends what is due. A message is taken with its next attempt already set, so that one whose server stops while sending
 * is sent again by any other; and it is sent outside of transactions, so that a slow mail server holds up nobody.
 */
export function createDelivery({ clock, logger, config, outbox, facts, mailer }: Needs) {
  let saidThatThereIsNoServer = false;

  /** @throws MailError when the mail server did not take it */
  async function send(message: Message, about: AppointmentFacts & { email: string }, by: Mailer): Promise<void> {
    const { publicOrigin } = config;
    await by.send({
      ...composeMail(about, message.kind, publicOrigin),
      messageId: `<${message.id}@${new URL(publicOrigin).hostname}>`,
      to: about.email,
      language: about.language,
      calendarFile:
        message.kind === 'reminder'
          ? undefined
          : createCalendarFile(about, { organiser: by.from, publicOrigin, now: clock.now() }),
    });
  }

  async function fail(message: Message, error: unknown, about: AppointmentFacts): Promise<void> {
    const known = error instanceof MailError;
    const { message: words, trouble } = known ? error : new MailError('The message could not be made', 'message');
    const last = isLast(message.attempts, trouble, isDue(about.startsAt, clock.now()));
    await outbox.setFailed(message.id, { problem: words, last, now: clock.now() });
    const what = {
      messageId: message.id,
      kind: message.kind,
      attempts: message.attempts,
      trouble,
      problem: words,
      last,
    };
    if (known) logger.warn(what, 'a message was not sent');
    else logger.error({ ...what, err: error }, 'a message was not sent');
  }

  /** @returns whether the mail server can be asked to take another one */
  async function deliver(message: Message, by: Mailer): Promise<boolean> {
    const about = await facts.find(message.appointmentId);
    const { email = null } = about ?? {};
    if (!about || email === null || !isCurrent(message, about, isDue(about.startsAt, clock.now()))) {
      await outbox.setDone(message.id, 'dropped', clock.now());
      return true;
    }
    try {
      await send(message, { ...about, email }, by);
    } catch (error) {
      await fail(message, error, about);
      return !(error instanceof MailError && error.trouble === 'server');
    }
    await outbox.setDone(message.id, 'sent', clock.now());
    return true;
  }

  return {
    async sendDue(): Promise<void> {
      if (!mailer) {
        if (!saidThatThereIsNoServer && (await outbox.countDue(clock.now())) > 0) {
          saidThatThereIsNoServer = true;
          logger.warn('messages to citizens wait: no mail server is set (SMTP_URL)');
        }
        return;
      }
      for (let count = 0; count < mostInARun; count += 1) {
        const message = await outbox.takeDue(clock.now(), waitAfter);
        if (!message || !(await deliver(message, mailer))) return;
      }
    },
  };
}

/** Whether a message still says what is so. */
function isCurrent({ kind, sequence }: Message, about: AppointmentFacts, hasBegun: boolean): boolean {
  if (kind === 'cancellation') return about.state === 'cancelled';
  if (sequence !== about.sequence) return false;
  if (kind === 'reminder') return about.state === 'booked' && !hasBegun;
  return about.state === 'booked' || about.state === 'arrived';
}
