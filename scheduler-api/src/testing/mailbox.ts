import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { MailConfig } from '../config/config.ts';

export type ReceivedMail = Email & { envelope: { from: string; to: string[] } };

/**
 * A mail server on a free port, or a chosen one, that keeps what it is given.
 * @param options.refuse what it answers to a recipient's address, e.g. `550 5.1.1 Unknown`; undefined takes the mail
 */
export async function openMailbox({
  port = 0,
  refuse = () => undefined,
}: {
  port?: number;
  refuse?: (address: string) => string | undefined;
} = {}) {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo({ address }, _session, done) {
      const [code, ...words] = refuse(address)?.split(' ') ?? [];
      done(code ? Object.assign(new Error(words.join(' ')), { responseCode: Number(code) }) : null);
    },
    onData(stream, { envelope }, done) {
      const read = async () => {
        const parts: Buffer[] = [];
        for await (const part of stream) parts.push(Buffer.from(part));
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        const to = envelope.rcptTo.map(({ address }) => address);
        mails.push({ ...(await PostalMime.parse(Buffer.concat(parts))), envelope: { from, to } });
      };
      read().then(() => done(), done);
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  // A client that breaks off is none of the test's trouble.
  server.on('error', () => undefined);
  const address = server.server.address();
  const listening = address !== null && typeof address === 'object' ? address.port : port;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));

  return {
    mails,
    port: listening,
    /** For `testConfig`. */
    config: {
      host: '127.0.0.1',
      port: listening,
      secure: false,
      auth: undefined,
      from: { name: 'Attālināta konsultācija', address: 'noreply@konsultacija.example' },
    } satisfies MailConfig,
    close,
    [Symbol.asyncDispose]: close,
  };
}
