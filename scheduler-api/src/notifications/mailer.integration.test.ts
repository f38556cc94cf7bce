import { describe, expect, it } from 'vitest';
import { openMailbox } from '../testing/mailbox.ts';
import { createMailer } from './mailer.ts';

const mail = {
  messageId: '<one@localhost>',
  to: 'anna@example.lv',
  language: 'lv',
  subject: 'Pieraksts',
  text: 'Labdien!',
  html: '<p>Labdien!</p>',
  calendarFile: undefined,
};

describe('handing a message over', () => {
  it('says who it is from and that no person wrote it', async () => {
    await using mailbox = await openMailbox();
    await createMailer(mailbox.config).send(mail);
    const [received] = mailbox.mails;
    expect(received).toMatchObject({ from: mailbox.config.from, messageId: '<one@localhost>' });
    expect(received?.headers).toContainEqual(
      expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }),
    );
  });

  it('writes to one address, whatever stands in it', async () => {
    await using mailbox = await openMailbox();
    for (const to of ['anna@example.lv, eve@example.lv', 'anna@example.lv>\r\nRCPT TO:<eve@example.lv']) {
      await createMailer(mailbox.config)
        .send({ ...mail, to })
        .catch(() => undefined);
    }
    expect(mailbox.mails.flatMap(({ envelope }) => envelope.to)).not.toContain('eve@example.lv');
  });

  it('gives no password to a server that cannot encrypt', async () => {
    await using mailbox = await openMailbox();
    const mailer = createMailer({ ...mailbox.config, auth: { user: 'me', pass: 'hunter2' } });
    await expect(mailer.send(mail)).rejects.toMatchObject({ name: 'MailError', trouble: 'server' });
    expect(mailbox.mails).toEqual([]);
  });

  it.each([
    ['550 5.1.1 <anna@example.lv>: unknown', 'address'],
    ['550 5.7.1 Relaying denied', 'message'],
    ['451 4.7.1 Greylisted', 'message'],
    ['421 4.3.2 Going down', 'server'],
  ])('understands %s', async (answer, trouble) => {
    await using mailbox = await openMailbox({ refuse: () => answer });
    const refused = createMailer(mailbox.config).send(mail);
    await expect(refused).rejects.toMatchObject({ name: 'MailError', trouble });
    await expect(refused).rejects.not.toThrow('anna');
  });
});
