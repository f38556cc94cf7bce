import { randomBytes } from 'node:crypto';
import type { Account } from '@remote-clerk/shared/contracts/http/account.ts';
import type { IdentityProviderId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError, type ProblemType } from '@remote-clerk/shared/domain/problems.ts';
import { addMilliseconds, isDue } from '@remote-clerk/shared/domain/time.ts';
import type { Context } from '../../context.ts';
import { isDuplicate } from '../../db/retry.ts';
import { fingerprint } from '../../http/digest.ts';
import { findById } from '../account-repository.ts';
import { type Arriving, createBeginSession } from '../begin-session.ts';
import type { SessionListener } from '../feature.ts';
import type { MappedRoles } from '../mapped-roles.ts';
import { createFlowsRepository } from './flows-repository.ts';
import { createPeople, describe } from './people.ts';
import { type Proven, type ProviderClients, wantedClaims } from './provider-client.ts';
import { ProviderFailure, SignInRefused } from './provider-failure.ts';
import type { ProviderSessions } from './provider-sessions.ts';
import type { Providers } from './providers.ts';
import type { StoredProvider } from './providers-repository.ts';

/** How long somebody may take at the provider, in milliseconds. */
export const flowMs = 10 * 60_000;

type Parts = Pick<Context, 'db' | 'clock' | 'ids' | 'config' | 'audit' | 'sessions'> & {
  clients: ProviderClients;
  providers: Providers;
  providerSessions: ProviderSessions;
  mappedRoles: MappedRoles;
  listeners: Pick<SessionListener, 'signedIn'>;
};
type Request = Pick<Arriving, 'requestId' | 'sourceIp'>;
type Answer = Arriving & { answer: string; flowToken: string | undefined };

/** Who is refused at which problem; all else is `sign-in-failed`. */
const problemOf = (error: unknown): { problem: ProblemType; reason: string } | undefined => {
  if (error instanceof ProviderFailure) return { problem: 'provider-unavailable', reason: `provider-${error.finding}` };
  if (isDuplicate(error)) return { problem: 'sign-in-failed', reason: 'at-the-same-time' };
  if (!(error instanceof SignInRefused)) return undefined;
  const { reason } = error;
  const unknown = ['not-registered', 'account-disabled', 'several-accounts'].includes(reason);
  return { problem: unknown ? 'not-registered' : 'sign-in-failed', reason };
};

/** Staff sign in at their organisation's provider: authorisation code with PKCE, state and nonce. */
export function createProviderSignIn(parts: Parts) {
  const { db, clock, config, audit, sessions, clients, providers, providerSessions, mappedRoles, listeners } = parts;
  const flows = createFlowsRepository(db);
  const people = createPeople(parts);
  const beginSession = createBeginSession(parts);

  const recordRefusal = ({ requestId, sourceIp }: Request, provider: StoredProvider | undefined, reason: string) =>
    audit.record({
      organisationId: provider?.organisationId ?? null,
      actor: { kind: 'nobody', id: null },
      action: 'session.sign-in',
      ...(provider && { subject: { kind: 'identity-provider', id: provider.id } }),
      result: 'refused',
      requestId,
      sourceIp,
      details: { method: 'oidc', reason },
    });

  /** Runs a step; whatever it is refused for is on record before it is told. */
  async function recorded<T>(
    request: Request,
    provider: StoredProvider | undefined,
    step: () => Promise<T>,
  ): Promise<T> {
    try {
      return await step();
    } catch (error) {
      const refused = problemOf(error);
      if (!refused) throw error;
      await recordRefusal(request, provider, refused.reason);
      throw new ProblemError(refused.problem);
    }
  }

  async function letIn(request: Answer, provider: StoredProvider, proven: Proven) {
    const { groups } = describe(proven, provider);
    const roleIds = provider.groups.flatMap(({ group, roleId }) => (groups.includes(group) ? [roleId] : []));
    return db.transaction(async (connection) => {
      const accountId = await people.findOrCreate(provider, proven);
      const { organisationId, id: sourceId } = provider;
      await mappedRoles.apply({ accountId, organisationId, sourceId, roleIds });
      const person = await findById(connection, accountId);
      if (!person) throw new SignInRefused('account-disabled');
      const token = await beginSession(person, 'oidc', request);
      await providerSessions.remember(token, provider, proven);
      return { token, person };
    });
  }

  return {
    /** @returns where the browser has to go, and the token for its flow cookie @throws ProblemError */
    async begin(providerId: IdentityProviderId, request: Request): Promise<{ url: string; flowToken: string }> {
      const provider = await providers.findEnabled(providerId);
      if (!provider) throw new ProblemError('not-found');
      const flow = clients.newFlow();
      const url = await recorded(request, provider, () =>
        clients.authorizationUrl(providers.clientOf(provider), providers.redirectUri, flow),
      );
      const flowToken = randomBytes(32).toString('base64url');
      await flows.insert({
        ...flow,
        fingerprint: fingerprint(flowToken),
        organisationId: provider.organisationId,
        providerId,
        expiresAt: addMilliseconds(clock.now(), flowMs),
      });
      return { url, flowToken };
    },

    /**
     * The browser has come back. Every attempt is on record.
     * @throws ProblemError `sign-in-failed`, `not-registered`, `provider-unavailable`
     */
    async complete(request: Answer): Promise<{ token: string; account: Account }> {
      const flow = request.flowToken ? await flows.take(fingerprint(request.flowToken)) : undefined;
      const provider = flow && (await providers.findEnabled(flow.providerId));
      const { token, person } = await recorded(request, provider, async () => {
        // Another browser's answer, or one that was used: nobody is signed in by a link that somebody else has made.
        if (!flow) throw new SignInRefused('no-flow');
        if (!provider) throw new SignInRefused('provider-disabled');
        if (isDue(flow.expiresAt, clock.now())) throw new SignInRefused('flow-expired');
        const proven = await clients.redeem(
          providers.clientOf(provider),
          providers.redirectUri,
          request.answer,
          flow,
          wantedClaims(provider.claims),
        );
        return letIn(request, provider, proven);
      });
      await listeners.signedIn(person);
      const session = await sessions.find(token);
      if (!session) throw new ProblemError('sign-in-failed');
      return { token, account: session.account };
    },

    /** The ways in which the owner of a login signs in. It says nothing of whether there is such an account. */
    async discover(login: string) {
      const domain = login
        .slice(login.lastIndexOf('@') + 1)
        .trim()
        .toLowerCase();
      const provider = await providers.findByDomain(domain);
      if (provider) return [{ kind: 'provider' as const, ...provider }];
      const { localAccounts } = config.signIn;
      const hasPasswords = localAccounts || (await providers.hasDirectories());
      return [
        ...(hasPasswords ? [{ kind: 'password' as const }] : []),
        ...(localAccounts ? [{ kind: 'passkey' as const }] : []),
      ];
    },

    forgetOldFlows: () => flows.deleteExpired(clock.now()),
  };
}
export type ProviderSignIn = ReturnType<typeof createProviderSignIn>;
