import type { ProviderFinding } from '@remote-clerk/shared/contracts/http/identity-administration.ts';
import type { ServerMetadata } from 'openid-client';
import { ProviderFailure } from './provider-failure.ts';

export type Finding = { finding: ProviderFinding; stops: boolean; words: string };

const words: Record<ProviderFinding, string> = {
  unreachable: 'Nothing answers at the issuer’s address, or not with a certificate that is trusted.',
  'too-slow': 'The provider did not answer within five seconds.',
  'address-not-allowed':
    'The provider is at an address that this system may not ask: it is not public, and not among the networks that the operator allows.',
  'not-a-provider':
    'What answers at the address is no OpenID Connect provider: it has no metadata of the expected kind.',
  'another-issuer': 'The provider calls itself by another issuer than the one given here; copy it letter by letter.',
  'endpoint-not-allowed': 'The provider names an address that is not https.',
  'no-keys': 'The provider’s keys cannot be read, so that nothing it signs can be checked.',
  'no-code-flow': 'The provider does not offer the authorisation code flow.',
  'no-pkce': 'The provider does not say that it knows PKCE with S256. It is used all the same.',
  'no-sign-out': 'The provider has no place to sign out at: signing out here leaves people signed in there.',
};
const stopping: readonly ProviderFinding[] = [
  'unreachable',
  'too-slow',
  'address-not-allowed',
  'not-a-provider',
  'another-issuer',
  'endpoint-not-allowed',
  'no-keys',
  'no-code-flow',
];
const explain = (finding: ProviderFinding): Finding => ({
  finding,
  stops: stopping.includes(finding),
  words: words[finding],
});

/** What is wrong with a provider, by what it says of itself; nothing when people can sign in and out. */
export async function findFaults(inspect: () => Promise<ServerMetadata>): Promise<Finding[]> {
  try {
    return faultsOf(await inspect()).map(explain);
  } catch (error) {
    if (error instanceof ProviderFailure) return [explain(error.finding)];
    throw error;
  }
}

function faultsOf(metadata: ServerMetadata): ProviderFinding[] {
  const offersCode = metadata.response_types_supported?.includes('code') ?? true;
  const knowsPkce = metadata.code_challenge_methods_supported?.includes('S256') ?? false;
  return [
    ...(metadata.authorization_endpoint && metadata.token_endpoint && offersCode ? [] : ['no-code-flow' as const]),
    ...(knowsPkce ? [] : ['no-pkce' as const]),
    ...(metadata.end_session_endpoint ? [] : ['no-sign-out' as const]),
  ];
}
