import type { Context } from '../context.ts';
import { composeStaffMail } from './compose-staff-mail.ts';
import { MailError, type Mailer } from './mailer.ts';
import type { createQueueRepository } from './queue-repository.ts';
import { isLast, waitAfter } from './retries.ts';
import type { StaffFacts, StaffFactsRepository } from './staff-facts-repository.ts';

/** How many messages one run sends at most, so that the server can stop between two runs. */
const mostInARun = 20;

type Needs = Pick<Context, 'clock' | 'logger' | 'config'> & {
  queue: ReturnType<typeof createQueueRepository>;
  facts: StaffFactsRepository;
  /** Undefined where no mail server is set: what is to be said waits. */
  mailer: Mailer | undefined;
};

/** Sends to staff what is due, as `createDelivery` does to citizens. */
export function createStaffDelivery({ clock, logger, config, queue, facts, mailer }: Needs) {
  /** @returns whether the mail server can be asked to take another one */
  async function deliver({ id, attempts }: { id: string; attempts: number }, by: Mailer): Promise<boolean> {
    const { publicOrigin } = config;
    const about = await facts.get(id);
    if (about.email === null || !isCurrent(about)) {
      await queue.setDone(id, 'dropped', clock.now());
      return true;
    }
    try {
      await by.send({
        ...composeStaffMail(about, publicOrigin),
        messageId: `<${id}@${new URL(publicOrigin).hostname}>`,
        to: about.email,
        language: 'lv',
        calendarFile: undefined,
      });
    } catch (error) {
      const known = error instanceof MailError;
      const { message: problem, trouble } = known ? error : new MailError('The message could not be made', 'message');
      const last = isLast(attempts, trouble, true);
      await queue.setFailed(id, { problem, last, now: clock.now() });
      const what = { messageId: id, kind: about.kind, attempts, trouble, problem, last };
      if (known) logger.warn(what, 'a message to staff was not sent');
      else logger.error({ ...what, err: error }, 'a message to staff was not sent');
      return trouble !== 'server';
    }
    await queue.setDone(id, 'sent', clock.now());
    return true;
  }

  return async function sendDue(): Promise<void> {
    if (!mailer) return;
    for (let count = 0; count < mostInARun; count += 1) {
      const message = await queue.takeDue(clock.now(), waitAfter);
      if (!message || !(await deliver(message, mailer))) return;
    }
  };
}

/** Whether a message still says what is so. */
function isCurrent({ kind, requestState, withdrawnAt, reviewClosedAt }: StaffFacts): boolean {
  if (kind === 'asked') return requestState === 'asked' || requestState === 'approved';
  if (kind === 'expiring' || kind === 'absent') return withdrawnAt === null;
  return kind !== 'review-due' || reviewClosedAt === null;
}
