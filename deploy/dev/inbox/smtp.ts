import { SMTPServer } from 'smtp-server';
import type { Mails } from './mails.ts';

/** No mail of this system is larger by far. */
const mostBytes = 2_000_000;

/** A mail server that takes everything, sends nothing on, and lets nobody in but this machine. */
export async function listenForMail(mails: Mails, port: number): Promise<{ port: number; close(): Promise<void> }> {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: mostBytes,
    logger: false,
    onData(stream, { envelope }, done) {
      const read = async () => {
        const parts: Buffer[] = [];
        for await (const part of stream) parts.push(Buffer.from(part));
        if (stream.sizeExceeded) throw Object.assign(new Error('The message is too large'), { responseCode: 552 });
        await mails.keep(
          Buffer.concat(parts),
          envelope.rcptTo.map(({ address }) => address),
        );
      };
      read().then(() => done(), done);
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  server.removeAllListeners('error');
  server.on('error', (error) => console.error(error.message)); // of one connection: the next is another
  const address = server.server.address();
  return {
    port: address !== null && typeof address === 'object' ? address.port : port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
