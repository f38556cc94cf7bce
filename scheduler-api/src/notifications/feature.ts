import type { Context } from '../context.ts';
import type { Feature } from '../feature.ts';
import type { NotificationsService } from './notifications-service.ts';

/** Sends mail, and counts for the operator what is not sent. The figures name nobody. */
export function createNotificationsFeature(
  { metrics, config }: Pick<Context, 'metrics' | 'config'>,
  { sendDue, countOverdue, countFailed }: NotificationsService,
): Feature {
  metrics.gauge('mail_server_set', 'Whether a mail server is set', () => (config.mail ? 1 : 0));
  metrics.gauge('mail_overdue', 'Messages that should have been sent by now', countOverdue);
  metrics.gauge('mail_failed', 'Messages given up within a day', countFailed);
  return { jobs: [{ name: 'send mail', everyMs: 2_000, run: sendDue }] };
}
