import { errors } from 'jose';
import { z } from 'zod';
import { ProviderFailure, SignInRefused } from './provider-failure.ts';

/** What the libraries' errors say of themselves. */
const Text = z.string().optional().catch(undefined);
const Coded = z.object({ code: Text, error: Text, cause: z.unknown() });
const AboutClaim = z.object({ claim: z.string() });

/**
 * What a library has thrown while a provider was asked or its token checked, as this system's own: a refusal with a reason
 * that names the check, or the provider's failure. Neither carries what the token or the answer said.
 */
export function asFailure(error: unknown): ProviderFailure | SignInRefused {
  const own = ownIn(error);
  if (own) return own;
  if (error instanceof errors.JOSEError) return new SignInRefused(joseReason(error));
  const { code, error: answered, cause } = Coded.catch({ cause: undefined }).parse(error);
  const claim = claimIn(cause);
  switch (code) {
    case 'OAUTH_AUTHORIZATION_RESPONSE_ERROR':
      return new SignInRefused('provider-refused');
    case 'OAUTH_RESPONSE_BODY_ERROR':
      return new SignInRefused(answered === 'invalid_client' ? 'client-refused' : 'code-refused');
    case 'OAUTH_WWW_AUTHENTICATE_CHALLENGE':
      return new SignInRefused('client-refused');
    case 'OAUTH_JWT_CLAIM_COMPARISON_FAILED':
    case 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED':
      return new SignInRefused(`token-${claim ?? 'claim'}`);
    case 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED':
      return new ProviderFailure('another-issuer');
    case 'OAUTH_INVALID_RESPONSE':
    case 'OAUTH_UNSUPPORTED_OPERATION':
    case 'OAUTH_PARSE_ERROR':
      return new SignInRefused('answer-malformed');
    case 'OAUTH_TIMEOUT':
      return new ProviderFailure('too-slow');
    case 'OAUTH_RESPONSE_IS_NOT_CONFORM':
    case 'OAUTH_RESPONSE_IS_NOT_JSON':
      return new ProviderFailure('not-a-provider');
    case 'OAUTH_HTTP_REQUEST_FORBIDDEN':
    case 'OAUTH_REQUEST_PROTOCOL_FORBIDDEN':
      return new ProviderFailure('endpoint-not-allowed');
    case 'OAUTH_MISSING_SERVER_METADATA':
    case 'OAUTH_INVALID_SERVER_METADATA':
      return new ProviderFailure('not-a-provider');
    default:
      return error instanceof z.ZodError ? new SignInRefused('token-malformed') : new ProviderFailure('unreachable');
  }
}

function joseReason(error: errors.JOSEError): string {
  if (error instanceof errors.JWTExpired || error instanceof errors.JWTClaimValidationFailed)
    return `token-${error.claim}`;
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'token-signature';
  if (error instanceof errors.JWKSNoMatchingKey) return 'token-key';
  if (error instanceof errors.JOSEAlgNotAllowed || error instanceof errors.JOSENotSupported) return 'token-alg';
  return 'token-malformed';
}

/** Libraries wrap what our own fetch has thrown. */
function ownIn(error: unknown): ProviderFailure | SignInRefused | undefined {
  for (let inner = error; inner instanceof Error; inner = inner.cause) {
    if (inner instanceof ProviderFailure || inner instanceof SignInRefused) return inner;
  }
  return undefined;
}

function claimIn(cause: unknown): string | undefined {
  for (let inner = cause; inner instanceof Error; inner = inner.cause) {
    const found = AboutClaim.safeParse(inner.cause);
    if (found.success) return found.data.claim;
  }
  return undefined;
}
