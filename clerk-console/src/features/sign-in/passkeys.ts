/** What a server sends for a passkey, and what a browser makes of it; a library at either end knows what is in it. */
export type PasskeyJson = Record<string, unknown>;

/** The browser's passkeys. Both functions reject with a `PasskeyError`. */
export type Passkeys = {
  readonly isSupported: () => boolean;
  /** @param how `in-field` waits, unseen, until somebody chooses a passkey among what the browser fills in */
  readonly ask: (options: PasskeyJson, how: 'dialog' | 'in-field') => Promise<PasskeyJson>;
  readonly make: (options: PasskeyJson) => Promise<PasskeyJson>;
  /** Whether the browser can offer passkeys among what it fills in. */
  readonly offersInFields: () => Promise<boolean>;
  /** Nobody waits for a passkey any more. */
  readonly stop: () => void;
};

/** `not-given`: the person or the browser said no; `known-already`: this device has one for this account. */
export class PasskeyError extends Error {
  override readonly name = 'PasskeyError';
  readonly reason: 'not-given' | 'known-already';

  constructor(reason: PasskeyError['reason'], cause?: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}
