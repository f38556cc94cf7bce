import { z } from 'zod';

/** Where mail is handed over: `smtps://` speaks TLS from the first byte, `smtp://` changes to it where the server can. */
export const SmtpUrl = z
  .url({ protocol: /^smtps?$/, error: 'must be smtp://USER@HOST:PORT or smtps://USER@HOST:PORT' })
  .transform((text, context) => {
    const url = new URL(text);
    if (url.password !== '') {
      context.addIssue('must hold no password: put it into the file of SMTP_PASSWORD_FILE');
      return z.NEVER;
    }
    const secure = url.protocol === 'smtps:';
    return {
      // An IPv6 address stands in brackets in a URL, and without them everywhere else.
      host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
      port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
      secure,
      user: url.username === '' ? undefined : decodeURIComponent(url.username),
    };
  });

/** `Name <address>` or an address alone. */
export const Sender = z
  .string()
  .transform((text) => {
    const [, name = '', address = text] = /^([^<>]*)<([^<>]*)>$/.exec(text.trim()) ?? [];
    return { name: name.trim().replace(/^"(.*)"$/, '$1'), address: address.trim() };
  })
  .refine(
    ({ name, address }) => z.email().safeParse(address).success && !/\p{Cc}/u.test(name),
    'must be an address or NAME <ADDRESS>',
  );
