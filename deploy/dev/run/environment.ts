import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { SetupError } from '../setup/setup-error.mjs';

const port = z.coerce.number().int().min(1).max(65_535);

/** The settings of both servers, of the inbox and of the identity provider, with development's defaults: everything on this machine's loopback. */
export type RunEnvironment = ReturnType<typeof readEnvironment>;

/** Settings in the process's own environment win over those in the file. */
export function loadEnvironmentFile(file: string): void {
  if (existsSync(file)) process.loadEnvFile(file);
}

/**
 * @param source an empty variable is one that is not set: `.env` files are written that way
 * @param dataFolder where database and secrets are, unless the source says otherwise
 * @throws SetupError naming every setting that can't be right
 */
export function readEnvironment(source: NodeJS.ProcessEnv, dataFolder: string) {
  const inData = (...names: string[]) => z.string().default(path.join(dataFolder, ...names));
  const parsed = z
    .object({
      API_HOST: z.string().default('127.0.0.1'),
      API_PORT: port.default(4000),
      PUBLIC_URL: z.url().optional(),
      DATABASE_URL: z.string().default(`sqlite:${path.join(dataFolder, 'remote-clerk.sqlite')}`),
      NODE_SECRET_FILE: inData('secrets/node-secret'),
      TICKET_KEY_FILE: inData('secrets/ticket-key.jwk'),
      AUDIT_KEY_FILE: inData('secrets/audit-key.jwk'),
      CALENDAR_KEY_FILE: inData('secrets/calendar-key'),
      SIGN_IN_KEY_FILE: inData('secrets/sign-in-key'),
      // Whoever tries it out has no second factor at hand; in service there is one.
      SECOND_FACTOR: z.string().default('optional'),
      CITIZEN_KEY_FILE: inData('secrets/citizen-keys'),
      CALENDAR_ALLOWED_NETWORKS: z.string().default('127.0.0.0/8,::1/128'),
      SIGN_IN_ALLOWED_NETWORKS: z.string().default('127.0.0.0/8,::1/128'),
      SMTP_URL: z.string().optional(),
      MAIL_FROM: z.string().default('Attālināta konsultācija <noreply@remote-clerk.example>'),
      SFU_HOST: z.string().default('127.0.0.1'),
      SFU_PORT: port.default(4001),
      SFU_PUBLIC_URL: z.url().optional(),
      SFU_ANNOUNCED_ADDRESS: z.string().default('127.0.0.1'),
      SFU_MEDIA_PORT: port.default(44_000),
      SFU_WORKERS: z.coerce.number().int().min(1).default(availableParallelism()),
      SFU_API_URL: z.url().optional(),
      INBOX_PORT: port.default(4003),
      INBOX_SMTP_PORT: port.default(4025),
      IDENTITY_PROVIDER_PORT: port.default(4004),
      CITIZEN_SIGN_IN_ISSUER: z.url().optional(),
      CITIZEN_SIGN_IN_CLIENT_ID: z.string().default('remote-clerk-kiosk'),
    })
    .safeParse(Object.fromEntries(Object.entries(source).filter(([, value]) => value !== '')));
  if (!parsed.success) {
    throw new SetupError(
      `These settings, in the environment or in .env, can't be right:\n${z.prettifyError(parsed.error)}`,
    );
  }
  const settings = parsed.data;
  const apiUrl = `http://localhost:${settings.API_PORT}`;
  const identityProvider = `http://127.0.0.1:${settings.IDENTITY_PROVIDER_PORT}`;
  return {
    ...settings,
    PUBLIC_URL: settings.PUBLIC_URL ?? apiUrl,
    SFU_PUBLIC_URL: settings.SFU_PUBLIC_URL ?? `http://localhost:${settings.SFU_PORT}`,
    SFU_API_URL: settings.SFU_API_URL ?? apiUrl,
    DEMO_IDENTITY_PROVIDER: identityProvider,
    CITIZEN_SIGN_IN_ISSUER: settings.CITIZEN_SIGN_IN_ISSUER ?? identityProvider,
    SMTP_URL: settings.SMTP_URL ?? `smtp://127.0.0.1:${settings.INBOX_SMTP_PORT}`,
  };
}

/** As a child process wants it: everything inherited, the settings above as text. */
export function toProcessEnvironment(settings: RunEnvironment, inherited: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const text = Object.entries(settings).map(([name, value]) => [name, String(value)]);
  return { ...inherited, ...Object.fromEntries(text) };
}
