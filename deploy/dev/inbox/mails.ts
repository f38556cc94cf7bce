import { randomUUID } from 'node:crypto';
import PostalMime from 'postal-mime';

/** No more are kept: the page is for looking at what was sent just now. */
const most = 200;

/** A mail as the page shows it. */
export type CaughtMail = {
  id: string;
  at: string;
  from: string;
  to: string[];
  subject: string;
  /** Of its text, where the mail says so. */
  language: string;
  text: string;
  html: string | null;
  calendar: { method: string; file: string } | null;
};

/** The mails that were caught, in memory, the newest first. @param now ISO 8601 */
export function createMails(now: () => string = () => new Date().toISOString()) {
  const mails: CaughtMail[] = [];
  return {
    list: (): readonly CaughtMail[] => mails,
    find: (id: string): CaughtMail | undefined => mails.find((mail) => mail.id === id),

    /** @param raw RFC 5322 @param to who it was for, by the envelope: it may say otherwise inside */
    async keep(raw: Uint8Array, to: string[]): Promise<void> {
      const mail = await PostalMime.parse(raw, { attachmentEncoding: 'utf8' });
      const calendar = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar');
      mails.unshift({
        id: randomUUID(),
        at: now(),
        from: [mail.from?.name, mail.from?.address && `<${mail.from.address}>`].filter(Boolean).join(' '),
        to,
        subject: mail.subject ?? '',
        language: mail.headers.find(({ key }) => key === 'content-language')?.value ?? '',
        text: mail.text ?? '',
        html: mail.html ?? null,
        calendar: calendar ? { method: calendar.method ?? '', file: String(calendar.content) } : null,
      });
      mails.splice(most);
    },
  };
}
export type Mails = ReturnType<typeof createMails>;
