import type { DirectoryProblem } from '@remote-clerk/shared/contracts/http/identity-administration.ts';
import {
  AdminLimitExceededError,
  InvalidDNSyntaxError,
  MessageParserError,
  NoSuchObjectError,
  ResultCodeError,
  ResultsTooLargeError,
  SizeLimitExceededError,
  TimeLimitExceededError,
} from 'ldapts';
import { AddressNotAllowed } from '../../outbound/checked-lookup.ts';

/** A directory could not be asked, or its settings are not right. */
export class DirectoryFailure extends Error {
  override readonly name = 'DirectoryFailure';
  readonly problem: DirectoryProblem;

  constructor(problem: DirectoryProblem, options?: ErrorOptions) {
    super(problem, options);
    this.problem = problem;
  }
}

const expired = ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'];

/** What OpenSSL calls it when the chain of a certificate does not hold. */
const untrusted = /^(?:UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|CERT_|INVALID_CA|PATH_LENGTH_|HOSTNAME_)/;

/** What is wrong when a connection could not be made. */
export function connectionFailure(error: unknown): DirectoryFailure {
  if (error instanceof DirectoryFailure) return error;
  const fail = (problem: DirectoryProblem) => new DirectoryFailure(problem, { cause: error });
  if (error instanceof AddressNotAllowed) return fail('address-not-allowed');
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return fail('certificate-of-another');
  if (expired.includes(code)) return fail('certificate-expired');
  if (untrusted.test(code)) return fail('certificate-not-trusted');
  return fail(code.startsWith('ERR_SSL_') || code === 'EPROTO' ? 'no-tls' : 'unreachable');
}

/** What is wrong when a directory was asked. */
export function answerFailure(error: unknown): DirectoryFailure {
  if (error instanceof DirectoryFailure) return error;
  const fail = (problem: DirectoryProblem) => new DirectoryFailure(problem, { cause: error });
  if (error instanceof NoSuchObjectError || error instanceof InvalidDNSyntaxError) return fail('base-not-found');
  const tooLarge = [SizeLimitExceededError, ResultsTooLargeError, AdminLimitExceededError];
  if (tooLarge.some((kind) => error instanceof kind)) return fail('too-large');
  if (error instanceof TimeLimitExceededError) return fail('too-slow');
  if (error instanceof ResultCodeError) return fail('refused');
  if (error instanceof MessageParserError) return fail('not-a-directory');
  return connectionFailure(error);
}
