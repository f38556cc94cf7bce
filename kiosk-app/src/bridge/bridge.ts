import { z } from 'zod';

/** Put before every challenge, so that a kiosk's signature can never be mistaken for one over some other text. */
export const SIGNATURE_DOMAIN = 'remote-clerk:kiosk:v1:';

/** How often the renderer says that it is alive; the watchdog rebuilds the window after three silences. */
export const HEARTBEAT_INTERVAL_MS = 5_000;

const kioskId = z.string().regex(/^[\w-]{1,64}$/);
const pin = z.string().regex(/^\d{4,12}$/);

/** An Ed25519 public key (RFC 8037). */
export const publicKeyJwk = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().regex(/^[\w-]{43}$/),
});

const exitReply = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true) }),
  z.strictObject({
    ok: z.literal(false),
    attemptsLeft: z.int().nonnegative(),
    lockedForSeconds: z.int().nonnegative(),
  }),
]);

const nothing = z.undefined();
const webUrl = z.url({ protocol: /^https?$/ }).max(8_000);
const length = z.number().min(0).max(20_000);

/** Of the page, in its own pixels. */
const area = z.strictObject({ x: length, y: length, width: length, height: length });

/** Every call over the bridge: its IPC channel, its one argument (or none) and its reply. */
export const bridgeCalls = {
  info: {
    channel: 'kiosk:info',
    request: nothing,
    reply: z.strictObject({
      runtime: z.enum(['electron', 'stand-in', 'browser']),
      appVersion: z.string(),
      electronVersion: z.string().nullable(),
    }),
  },
  identity: {
    channel: 'kiosk:identity',
    request: nothing,
    reply: z.strictObject({
      kioskId: kioskId.nullable(),
      publicKey: publicKeyJwk,
      enrolmentCode: z.string().nullable(),
    }),
  },
  enrolled: {
    channel: 'kiosk:enrolled',
    request: z.strictObject({ kioskId, exitPin: pin.optional() }),
    reply: nothing,
  },
  sign: {
    channel: 'kiosk:sign',
    request: z.strictObject({ challenge: z.string().regex(/^[\w.~+/=-]{16,512}$/) }),
    reply: z.strictObject({ signature: z.string().regex(/^[\w-]{86}$/) }),
  },
  forget: { channel: 'kiosk:forget', request: nothing, reply: nothing },
  wipe: { channel: 'kiosk:wipe', request: nothing, reply: nothing },
  signIn: {
    channel: 'kiosk:sign-in',
    request: z.strictObject({ url: webUrl, returnTo: webUrl, origins: z.array(webUrl).min(1).max(20), area }),
    reply: z.strictObject({ query: z.string().max(8_000).nullable() }),
  },
  endSignIn: {
    channel: 'kiosk:end-sign-in',
    request: z.strictObject({ url: webUrl.nullable() }),
    reply: nothing,
  },
  exit: { channel: 'kiosk:exit', request: z.strictObject({ pin }), reply: exitReply },
} as const;

/** The one message that is not answered. */
export const HEARTBEAT_CHANNEL = 'kiosk:heartbeat';

export type BridgeCall = keyof typeof bridgeCalls;
export type BridgeRequest<C extends BridgeCall> = z.infer<(typeof bridgeCalls)[C]['request']>;
export type BridgeReply<C extends BridgeCall> = z.infer<(typeof bridgeCalls)[C]['reply']>;

/** What the page may ask of the machine it runs on. Every promise rejects on a malformed argument. */
export interface KioskBridge {
  /** `electronVersion` is null in an ordinary browser. */
  info(): Promise<BridgeReply<'info'>>;
  /**
   * Makes the key pair at the first call; `kioskId` is null until `enrolled` was called. `enrolmentCode` is a code that
   * was given to this machine when it was set up, for the page to enrol with before it asks a person.
   */
  identity(): Promise<BridgeReply<'identity'>>;
  /** Call once the server has accepted the enrolment code. A staff PIN already set is not replaced by `exitPin`. */
  enrolled(request: BridgeRequest<'enrolled'>): Promise<void>;
  /** Ed25519 over the UTF-8 bytes of `SIGNATURE_DOMAIN + challenge`; 64 bytes as base64url without padding. */
  sign(request: BridgeRequest<'sign'>): Promise<BridgeReply<'sign'>>;
  /** Drops the kiosk's id and key: the server says that the kiosk is revoked. */
  forget(): Promise<void>;
  /** Ends a citizen's session: nothing of it stays, and the page begins anew. The promise may never settle. */
  wipe(): Promise<void>;
  /**
   * Shows a provider's pages in `area`, apart from the page and from everything that was shown there before: nothing but
   * `origins`, until the provider sends the citizen to `returnTo`, whose query it gives. Null when it was ended, or nobody
   * has touched it for two minutes.
   */
  signIn(request: BridgeRequest<'signIn'>): Promise<BridgeReply<'signIn'>>;
  /** Ends what `signIn` began: opens `url`, where the provider forgets the citizen, out of sight; then all of it is gone. */
  endSignIn(request: BridgeRequest<'endSignIn'>): Promise<void>;
  /** Call every `HEARTBEAT_INTERVAL_MS`. */
  heartbeat(): void;
  /** Leaves the kiosk when the staff PIN (4 to 12 digits) is right. With no attempts left wait `lockedForSeconds`. */
  exit(request: BridgeRequest<'exit'>): Promise<BridgeReply<'exit'>>;
}

declare global {
  interface Window {
    readonly kioskBridge?: KioskBridge;
  }
}
