// Catches the mail of a system in development and shows it on a page. It sends nothing on and forgets all when it ends.
import { z } from 'zod';
import { createMails } from './mails.ts';
import { listenForMail } from './smtp.ts';
import { serveInbox } from './web.ts';

const port = z.coerce.number().int().min(1).max(65_535);
const { INBOX_PORT, INBOX_SMTP_PORT } = z
  .object({ INBOX_PORT: port.default(4003), INBOX_SMTP_PORT: port.default(4025) })
  .parse(process.env);

const mails = createMails();
const smtp = await listenForMail(mails, INBOX_SMTP_PORT);
const web = await serveInbox(mails, INBOX_PORT);
console.log(`Mail to port ${smtp.port} is shown at http://localhost:${web.port}/`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    await Promise.all([smtp.close(), web.close()]);
    process.exit(0);
  });
}
