import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { DatabaseUrl } from './database-url.ts';
import { Sender, SmtpUrl } from './mail.ts';
import { EncryptionKey, EncryptionKeys, NodeSecret, Password, SigningKey } from './secrets.ts';
import { type TurnConfig, TurnUrls } from './turn.ts';

const origin = (url: string) => new URL(url).origin;
const WebUrl = z.url({ protocol: /^https?$/, error: 'must be an http or https URL' });
const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);
const Switch = z.enum(['on', 'off']).transform((value) => value === 'on');

const isProxy = (entry: string) => {
  const [address = '', bits, ...more] = entry.split('/');
  return isIP(address) > 0 && more.length === 0 && (bits === undefined || /^\d{1,3}$/.test(bits));
};
const Origins = z
  .string()
  .transform((list) =>
    list
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  )
  .pipe(z.array(WebUrl.transform(origin)));

/** How many proxies stand in front, or which addresses they have; decides whose address a request counts for. */
const TrustProxy = z
  .union([
    z.coerce.number().int().min(0).max(10),
    z.string().transform((list) => list.split(',').map((one) => one.trim())),
  ])
  .refine(
    (value) => typeof value === 'number' || value.every(isProxy),
    'must be a count or addresses, e.g. 10.0.0.0/8',
  );

/** Networks as ipaddr.js compares addresses with them. */
const Networks = z.string().transform((list, context) =>
  list
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => {
      if (ipaddr.isValidCIDR(one)) return ipaddr.parseCIDR(one);
      context.addIssue('must be networks, e.g. 10.20.0.0/16,fd00::/8');
      return z.NEVER;
    }),
);

/**
 * The environment, name by name; `.env.example` says what each is for. Durations leave here in milliseconds.
 * Secrets are files, so that they are in no process listing.
 */
export const variables = {
  API_HOST: z.string().default('127.0.0.1'),
  API_PORT: whole(0, 65_535).default(4000),
  PUBLIC_URL: WebUrl.default('http://localhost:4000').transform(origin),
  DATABASE_URL: DatabaseUrl.prefault('sqlite:.data/remote-clerk.sqlite'),
  NODE_SECRET_FILE: NodeSecret.prefault('.data/secrets/node-secret'),
  TICKET_KEY_FILE: SigningKey.prefault('.data/secrets/ticket-key.jwk'),
  AUDIT_KEY_FILE: SigningKey.prefault('.data/secrets/audit-key.jwk'),
  METRICS_TOKEN_FILE: NodeSecret.optional(),
  CALENDAR_KEY_FILE: EncryptionKey.prefault('.data/secrets/calendar-key'),
  CALENDAR_ALLOWED_NETWORKS: Networks.prefault(''),
  CITIZEN_KEY_FILE: EncryptionKeys.prefault('.data/secrets/citizen-keys'),
  CITIZEN_SIGN_IN_ISSUER: WebUrl.optional(),
  CITIZEN_SIGN_IN_NAME: z.string().trim().min(1).max(100).default('latvija.lv'),
  CITIZEN_SIGN_IN_CLIENT_ID: z.string().min(1).max(200).optional(),
  CITIZEN_SIGN_IN_CLIENT_SECRET_FILE: Password.optional(),
  CITIZEN_SIGN_IN_SCOPES: z.string().default('openid profile'),
  CITIZEN_SIGN_IN_ORIGINS: Origins.prefault(''),
  CITIZEN_SIGN_IN_CODE_CLAIM: z.string().min(1).max(100).default('personal_code'),
  SIGN_IN_ALLOWED_NETWORKS: Networks.prefault(''),
  SFU_PUBLIC_URL: z
    .string()
    .default('http://localhost:4001')
    .transform((list) => list.split(',').map((url) => url.trim()))
    .pipe(z.array(WebUrl.transform(origin)).min(1)),
  TURN_URLS: TurnUrls.optional(),
  TURN_SECRET_FILE: Password.optional(),
  CALL_COME_BACK_SECONDS: whole(5, 3600).default(90),
  SMTP_URL: SmtpUrl.optional(),
  SMTP_PASSWORD_FILE: Password.optional(),
  MAIL_FROM: Sender.optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  TRUST_PROXY: TrustProxy.or(z.literal(false)).default(false),
  SIGN_IN_KEY_FILE: EncryptionKey.prefault('.data/secrets/sign-in-key'),
  LOCAL_ACCOUNTS: Switch.default(true),
  SECOND_FACTOR: z.enum(['required', 'optional']).default('required'),
  SESSION_IDLE_MINUTES: whole(1, 24 * 60).default(30),
  SESSION_HOURS: whole(1, 24).default(12),
  KIOSK_CODE_HOURS: whole(1, 24 * 7).default(24),
  KIOSK_TOKEN_MINUTES: whole(1, 24 * 60).default(15),
  RATE_LIMITS: Switch.default(true),
  REQUESTS_PER_MINUTE: whole(10, 1_000_000).default(1200),
};

type Variables = z.output<z.ZodObject<typeof variables>>;

/** For what is wrong with a setting only together with others. */
const complainTo = (context: z.RefinementCtx) => (variable: keyof Variables, message: string) => {
  context.addIssue({ code: 'custom', path: [variable], message });
  return z.NEVER;
};

/** How mail is sent; undefined where it is not. */
function mailSettings({ SMTP_URL, SMTP_PASSWORD_FILE, MAIL_FROM }: Variables, context: z.RefinementCtx) {
  const complain = complainTo(context);
  if (!SMTP_URL) return undefined;
  if (!MAIL_FROM) return complain('MAIL_FROM', 'is needed with SMTP_URL');
  const { user, ...server } = SMTP_URL;
  if (!user && !SMTP_PASSWORD_FILE) return { ...server, from: MAIL_FROM, auth: undefined };
  if (!SMTP_PASSWORD_FILE) return complain('SMTP_PASSWORD_FILE', 'is needed with the user name in SMTP_URL');
  if (!user) return complain('SMTP_URL', 'must say the user name whose password is in SMTP_PASSWORD_FILE');
  return { ...server, from: MAIL_FROM, auth: { user, pass: SMTP_PASSWORD_FILE } };
}

/** Relays for calls; undefined where there are none. */
function turnSettings({ TURN_URLS: urls, TURN_SECRET_FILE: secret }: Variables, context: z.RefinementCtx) {
  const complain = complainTo(context);
  if (!urls) return secret ? complain('TURN_URLS', 'is needed with TURN_SECRET_FILE') : undefined;
  if (!secret) return complain('TURN_SECRET_FILE', 'is needed with TURN_URLS');
  return { urls, secret } satisfies TurnConfig;
}

/** Through whom citizens sign in at kiosks; undefined where they cannot. */
function citizenSignIn(env: Variables, context: z.RefinementCtx) {
  if (!env.CITIZEN_SIGN_IN_ISSUER) return undefined;
  if (!env.CITIZEN_SIGN_IN_CLIENT_ID)
    return complainTo(context)('CITIZEN_SIGN_IN_CLIENT_ID', 'is needed with CITIZEN_SIGN_IN_ISSUER');
  return {
    issuer: env.CITIZEN_SIGN_IN_ISSUER,
    name: env.CITIZEN_SIGN_IN_NAME,
    clientId: env.CITIZEN_SIGN_IN_CLIENT_ID,
    clientSecret: env.CITIZEN_SIGN_IN_CLIENT_SECRET_FILE ?? null,
    scopes: env.CITIZEN_SIGN_IN_SCOPES.split(/\s+/),
    codeClaim: env.CITIZEN_SIGN_IN_CODE_CLAIM,
    origins: env.CITIZEN_SIGN_IN_ORIGINS,
  };
}

export const Environment = z.object(variables).transform((env, context) => ({
  host: env.API_HOST,
  port: env.API_PORT,
  /** Origin under which browsers know this server. */
  publicOrigin: env.PUBLIC_URL,
  https: env.PUBLIC_URL.startsWith('https:'),
  database: env.DATABASE_URL,
  nodeSecret: env.NODE_SECRET_FILE,
  ticketKey: env.TICKET_KEY_FILE,
  auditKey: env.AUDIT_KEY_FILE,
  metricsToken: env.METRICS_TOKEN_FILE,
  calendars: { key: env.CALENDAR_KEY_FILE, allowedNetworks: env.CALENDAR_ALLOWED_NETWORKS },
  citizens: { keys: env.CITIZEN_KEY_FILE, signIn: citizenSignIn(env, context) },
  /** Origins of media nodes that the front ends may connect to. */
  mediaOrigins: env.SFU_PUBLIC_URL,
  turn: turnSettings(env, context),
  /** How long an end of a call is waited for. */
  callComeBackMs: env.CALL_COME_BACK_SECONDS * 1_000,
  mail: mailSettings(env, context),
  logLevel: env.LOG_LEVEL,
  trustProxy: env.TRUST_PROXY,
  signIn: {
    /** Encrypts what this server must have back in clear to let people sign in. */
    key: env.SIGN_IN_KEY_FILE,
    /** Whether there are accounts whose passwords and passkeys are kept here. */
    localAccounts: env.LOCAL_ACCOUNTS,
    /** Whether a password alone is not enough. */
    secondFactorRequired: env.SECOND_FACTOR === 'required',
    /** Networks that are not public and in which providers and directories may be asked all the same. */
    allowedNetworks: env.SIGN_IN_ALLOWED_NETWORKS,
  },
  session: { idleMs: env.SESSION_IDLE_MINUTES * 60_000, longestMs: env.SESSION_HOURS * 3_600_000 },
  kiosk: { codeMs: env.KIOSK_CODE_HOURS * 3_600_000, tokenMs: env.KIOSK_TOKEN_MINUTES * 60_000 },
  rateLimits: env.RATE_LIMITS,
  requestsPerMinute: env.REQUESTS_PER_MINUTE,
}));

export type Config = z.output<typeof Environment>;
export type MailConfig = NonNullable<Config['mail']>;
