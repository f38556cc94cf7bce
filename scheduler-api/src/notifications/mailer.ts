import { createTransport } from 'nodemailer';
import { z } from 'zod';
import type { MailConfig } from '../config/config.ts';

/** A message as the mail server is given it. */
export type Mail = {
  /** Unique and kept through repeats, so that a mailbox can tell that two are one. */
  messageId: string;
  to: string;
  language: string;
  subject: string;
  text: string;
  html: string;
  calendarFile: { method: string; content: string } | undefined;
};

/** Longer than a slow server takes, shorter than the shortest wait before a message is taken again. */
const patienceMs = 45_000;

/** What a message was not sent for: the address, the message itself, or a server that is away or does not let us in. */
export type MailTrouble = 'address' | 'message' | 'server';

/** A message that the mail server did not take. Its `message` is the server's words, without anybody's address. */
export class MailError extends Error {
  override readonly name = 'MailError';
  readonly trouble: MailTrouble;

  constructor(words: string, trouble: MailTrouble) {
    super(words);
    this.trouble = trouble;
  }
}

const SmtpError = z.object({
  message: z.string(),
  code: z.string().optional(),
  response: z.string().optional(),
  responseCode: z.number().optional(),
  command: z.string().optional(),
});

export type Mailer = ReturnType<typeof createMailer>;

/** Hands messages over to the mail server, each over a connection of its own: nothing is kept open. */
export function createMailer({ from, ...server }: MailConfig) {
  const transport = createTransport({
    ...server,
    // A password never crosses the network in the clear.
    requireTLS: server.auth !== undefined,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    dnsTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  return {
    from,

    /** Resolves when the server has taken it. @throws MailError when it has not */
    async send({ to, language, calendarFile, ...mail }: Mail): Promise<void> {
      try {
        await transport.sendMail({
          ...mail,
          from,
          // Not as text: that would be read as a list, and everyone on it written to.
          to: { name: '', address: to },
          // No machine answers it, and no vacation is told to it.
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
          ...(calendarFile && { icalEvent: { ...calendarFile, filename: 'appointment.ics' } }),
          signal: AbortSignal.timeout(patienceMs),
        });
      } catch (error) {
        throw explain(error);
      }
    },
  };
}

function explain(error: unknown): MailError {
  const { message, code, response, responseCode, command } = SmtpError.parse(error);
  const words = withoutAddresses(response ?? message);
  // RFC 3463: 5.1 is about addresses. Other refusals of a recipient may be the server's settings, which can be put right.
  if (/^5\d\d[ -]5\.1\./.test(words) && command === 'RCPT TO') return new MailError(words, 'address');
  // Whoever refuses the connection, the encryption, the password or the sender would refuse every other message too.
  const ofThisMessage =
    (code === 'EENVELOPE' || code === 'EMESSAGE') && command !== 'MAIL FROM' && responseCode !== 421;
  return new MailError(words, ofThisMessage ? 'message' : 'server');
}

const withoutAddresses = (text: string) =>
  text
    .replaceAll(/<?[^\s<>:;,]+@[^\s<>:;,]+>?/g, '…')
    .replaceAll(/\p{Cc}+/gu, ' ')
    .slice(0, 300);
