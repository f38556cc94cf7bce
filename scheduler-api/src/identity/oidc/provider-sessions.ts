import type { AccountId, IdentityProviderId, StaffSessionId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import type { Context } from '../../context.ts';
import { isDuplicate } from '../../db/retry.ts';
import { fingerprint } from '../../http/digest.ts';
import type { Signals } from '../../live/signals.ts';
import { seal, unseal } from '../../seal.ts';
import type { Proven, ProviderClients } from './provider-client.ts';
import { ProviderFailure, SignInRefused } from './provider-failure.ts';
import { createProviderSessionsRepository, type ProviderSession } from './provider-sessions-repository.ts';
import type { Providers } from './providers.ts';
import type { StoredProvider } from './providers-repository.ts';

type Parts = Pick<Context, 'db' | 'clock' | 'config' | 'audit' | 'sessions'> & {
  clients: ProviderClients;
  providers: Providers;
  signals: Pick<Signals, 'accountEnded'>;
};
type Request = { requestId: string; sourceIp: string };

export type ProviderSessions = ReturnType<typeof createProviderSessions>;

/** Sessions here that began at a provider: they end when it says so, and it can be told when they end here. */
export function createProviderSessions({ db, clock, config, audit, sessions, clients, providers, signals }: Parts) {
  const repository = createProviderSessionsRepository(db);

  /** At once, with their sockets. */
  async function end(found: readonly ProviderSession[]): Promise<AccountId[]> {
    const ended: AccountId[] = [];
    for (const { sessionId, accountId } of found) {
      if (await sessions.endOne(sessionId)) ended.push(accountId);
      await repository.delete(sessionId);
    }
    await db.afterCommit(() => {
      for (const accountId of new Set(ended)) signals.accountEnded(accountId);
    });
    return ended;
  }

  return {
    /** Keeps with a session what it takes to end it from there, and to end the one there. */
    async remember(token: string, provider: StoredProvider, { subject, sid, idToken }: Proven): Promise<void> {
      const session = await sessions.find(token);
      if (!session) throw new SignInRefused('account-disabled');
      const { sessionId, accountId } = session.principal;
      await repository.insert({
        sessionId,
        accountId,
        organisationId: provider.organisationId,
        providerId: provider.id,
        subject,
        sid,
        idToken: seal(idToken, config.signIn.key, sessionId),
      });
    },

    /** A provider's back-channel logout. @throws ProblemError `not-found`, `invalid-request`, `provider-unavailable` */
    async endByToken(providerId: IdentityProviderId, logoutToken: string, request: Request): Promise<void> {
      const provider = await providers.findEnabled(providerId);
      if (!provider) throw new ProblemError('not-found');
      const event = {
        organisationId: provider.organisationId,
        actor: { kind: 'system', id: null },
        action: 'session.end-by-provider',
        subject: { kind: 'identity-provider', id: provider.id },
        ...request,
      } as const;
      try {
        const order = await clients.readLogoutToken(providers.clientOf(provider), logoutToken);
        await db.transaction(async () => {
          await repository.insertUsedToken({
            providerId,
            organisationId: provider.organisationId,
            fingerprint: fingerprint(order.tokenId),
            expiresAt: Instant.parse(new Date(order.expiresAtMs).toISOString()),
          });
          const ended = await end(await repository.list(providerId, order));
          await audit.record({ ...event, details: { sessions: ended.length } });
        });
      } catch (error) {
        const refused = isDuplicate(error) ? new SignInRefused('token-used') : error;
        if (refused instanceof SignInRefused) {
          await audit.record({ ...event, result: 'refused', details: { reason: refused.reason } });
          throw new ProblemError('invalid-request', 'The logout token is not valid');
        }
        if (!(refused instanceof ProviderFailure)) throw refused;
        await audit.record({ ...event, result: 'refused', details: { reason: `provider-${refused.finding}` } });
        throw new ProblemError('provider-unavailable');
      }
    },

    /**
     * Where the browser has to go to sign out of the provider too, after the session here has ended.
     * @returns null for a session of another kind, or when its provider cannot be asked: who signs out has signed out here
     */
    async signOutUrl(sessionId: StaffSessionId): Promise<string | null> {
      const session = await repository.find(sessionId);
      const provider = session && (await providers.findEnabled(session.providerId));
      if (!session || !provider) return null;
      await repository.delete(sessionId);
      try {
        const idToken = unseal(session.idToken, config.signIn.key, sessionId);
        return await clients.endSessionUrl(providers.clientOf(provider), idToken, `${config.publicOrigin}/console/`);
      } catch (error) {
        if (error instanceof ProviderFailure || error instanceof SignInRefused) return null;
        throw error;
      }
    },

    /** Of everybody who came through a provider that lets nobody in any more. */
    endAllOf: async (providerId: IdentityProviderId): Promise<void> =>
      void (await end(await repository.list(providerId, { subject: null, sid: null }))),

    forgetOver: () => repository.deleteOver(clock.now()),
  };
}
