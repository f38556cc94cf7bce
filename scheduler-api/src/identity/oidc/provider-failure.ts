import type { ProviderFinding } from '@remote-clerk/shared/contracts/http/identity-administration.ts';

/** A provider could not be asked. Says what is wrong with it, and nothing of what it answered. */
export class ProviderFailure extends Error {
  override readonly name = 'ProviderFailure';
  readonly finding: ProviderFinding;

  constructor(finding: ProviderFinding) {
    super(`The provider cannot be asked: ${finding}`);
    this.finding = finding;
  }
}

/** Somebody does not come in. The reason is for the record: it names a check, never a value. */
export class SignInRefused extends Error {
  override readonly name = 'SignInRefused';
  readonly reason: string;

  constructor(reason: string) {
    super(`Signing in is refused: ${reason}`);
    this.reason = reason;
  }
}
