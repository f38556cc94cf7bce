import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMails } from './mails.ts';
import { listenForMail } from './smtp.ts';
import { serveInbox } from './web.ts';

let smtp: Awaited<ReturnType<typeof listenForMail>>;
let web: Awaited<ReturnType<typeof serveInbox>>;

beforeEach(async () => {
  const mails = createMails(() => '2027-03-01T08:00:00.000Z');
  [smtp, web] = [await listenForMail(mails, 0), await serveInbox(mails, 0)];
});
afterEach(async () => {
  await Promise.all([smtp.close(), web.close()]);
});

const get = (path: string, headers = {}) => fetch(`http://127.0.0.1:${web.port}${path}`, { headers });

function send(mail: { subject: string; text: string; html?: string; icalEvent?: { method: string; content: string } }) {
  const transport = createTransport({ host: '127.0.0.1', port: smtp.port });
  return transport.sendMail({ from: 'Klātienē <noreply@example.lv>', to: 'anna@example.lv', ...mail });
}

describe('the inbox of development', () => {
  it('shows what was sent, the newest first', async () => {
    await send({ subject: 'Pieraksts', text: 'Labdien!' });
    await send({ subject: 'Atcelts pieraksts', text: 'Žēl.' });
    expect(await (await get('/mails')).json()).toMatchObject([
      { subject: 'Atcelts pieraksts', text: 'Žēl.', from: 'Klātienē <noreply@example.lv>', to: ['anna@example.lv'] },
      { subject: 'Pieraksts', html: null, calendar: null, at: '2027-03-01T08:00:00.000Z' },
    ]);
  });

  it('gives a mail’s HTML to a frame in which no script runs and nothing is fetched', async () => {
    await send({ subject: 'A', text: 'a', html: '<p>Labdien!</p><script>alert(1)</script>' });
    const [{ id }] = await (await get('/mails')).json();
    const reply = await get(`/mails/${id}/mail.html`);
    expect(await reply.text()).toContain('<p>Labdien!</p>');
    const policy = reply.headers.get('content-security-policy');
    expect(policy).toMatch(/^sandbox allow-popups/);
    expect(policy).not.toContain('script');
    expect(policy).toContain("default-src 'none'");
  });

  it('lets the calendar file be downloaded', async () => {
    const content = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n';
    await send({ subject: 'A', text: 'a', icalEvent: { method: 'REQUEST', content } });
    const [{ id, calendar }] = await (await get('/mails')).json();
    expect(calendar.method).toBe('REQUEST');
    const reply = await get(`/mails/${id}/appointment.ics`);
    expect(reply.headers.get('content-type')).toContain('text/calendar');
    expect(await reply.text()).toContain('METHOD:REQUEST');
  });

  it('is a page, and answers that it is ready', async () => {
    expect(await (await get('/')).text()).toContain('<title>Inbox</title>');
    for (const path of ['/inbox.js', '/inbox.css', '/health/ready']) expect((await get(path)).status).toBe(200);
    for (const path of ['/mails/none/mail.html', '/../main.ts']) expect((await get(path)).status).toBe(404);
  });
});
