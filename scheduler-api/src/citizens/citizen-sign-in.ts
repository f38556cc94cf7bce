import { PersonalCode } from '@remote-clerk/shared/domain/personal-code.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { addMilliseconds, isDue } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import type { ConsultationLookup } from '../consultations/consultation-lookup.ts';
import type { Context } from '../context.ts';
import { type OrganisationScope, systemScope } from '../db/scope.ts';
import type { KioskPrincipal } from '../http/principal.ts';
import type { Proven, ProviderClients } from '../identity/oidc/provider-client.ts';
import { ProviderFailure, SignInRefused } from '../identity/oidc/provider-failure.ts';
import { seal, unseal } from '../seal.ts';
import type { Identities } from './identities-service.ts';
import { createSignInsRepository } from './sign-ins-repository.ts';

const signInMs = 10 * 60_000;

const Checks = z.object({ state: z.string(), nonce: z.string(), verifier: z.string() });
const Name = z.string().trim().min(1).max(200);

type Needs = Pick<Context, 'db' | 'clock' | 'config' | 'audit' | 'logger'> & {
  clients: Pick<ProviderClients, 'newFlow' | 'authorizationUrl' | 'redeem' | 'endSessionUrl'>;
  consultations: ConsultationLookup;
  identities: Pick<Identities, 'recordProven'>;
};

/** Citizens sign in at a kiosk through the installation's provider, for the consultation that is open there. */
export function createCitizenSignIn({ db, clock, config, audit, logger, clients, consultations, identities }: Needs) {
  const signIns = createSignInsRepository(db);
  const { signIn: provider } = config.citizens;
  const [{ key }] = config.citizens.keys;
  const returnTo = `${config.publicOrigin}/kiosk/signed-in.html`;
  const placeOf = ({ kioskId }: KioskPrincipal) => `citizen-sign-in:${kioskId}`;

  function theProvider() {
    if (!provider) throw new ProblemError('illegal-transition', 'Citizens cannot sign in here');
    return provider;
  }

  /** @throws ProblemError `illegal-transition` where nothing is open that it could be for */
  async function openAt(scope: OrganisationScope, { kioskId }: KioskPrincipal) {
    const shown = await consultations.findAtKiosk(scope, kioskId);
    if (!shown || shown.endedAt !== null) throw new ProblemError('illegal-transition', 'Nothing was asked for here');
    return shown;
  }

  /** What the provider says of the person. @throws SignInRefused without a name */
  function citizenOf({ claims }: Proven, codeClaim: string) {
    const names = z.object({ given_name: Name, family_name: Name }).safeParse(claims);
    if (!names.success) throw new SignInRefused('claims');
    return {
      givenName: names.data.given_name,
      familyName: names.data.family_name,
      // Foreigners have none that is ours; they are known by their names.
      personalCode: PersonalCode.safeParse(claims[codeClaim]).data ?? null,
    };
  }

  /** An address holds no personal code: a token with one in it is not shown to the provider again. */
  async function endSessionUrl({ idToken }: Proven, codeClaim: string): Promise<string | null> {
    const [, payload = ''] = idToken.split('.');
    if (Buffer.from(payload, 'base64url').toString().includes(`"${codeClaim}"`)) return null;
    return clients
      .endSessionUrl(theProvider(), idToken, `${config.publicOrigin}/kiosk/signed-out.html`)
      .catch(() => null);
  }

  return {
    /** @throws ProblemError `illegal-transition`, `provider-unavailable` */
    async begin(scope: OrganisationScope, kiosk: KioskPrincipal): Promise<{ url: string; returnTo: string }> {
      const { id: consultationId, organisationId } = await openAt(scope, kiosk);
      const flow = clients.newFlow();
      const url = await clients.authorizationUrl(theProvider(), returnTo, flow).catch((error: unknown) => {
        throw answerTo(error, logger);
      });
      await signIns.put({
        kioskId: kiosk.kioskId,
        organisationId,
        consultationId,
        checks: seal(JSON.stringify(flow), key, placeOf(kiosk)),
        expiresAt: addMilliseconds(clock.now(), signInMs),
      });
      return { url, returnTo };
    },

    /**
     * @param query of the return address
     * @throws ProblemError `sign-in-failed` for what is not the answer to what was begun here, `illegal-transition` when the
     *   consultation is over
     */
    async complete(scope: OrganisationScope, kiosk: KioskPrincipal, query: string): Promise<string | null> {
      const { codeClaim, name, ...client } = theProvider();
      const begun = await signIns.take(kiosk.kioskId);
      try {
        if (!begun || isDue(begun.expiresAt, clock.now())) throw new SignInRefused('nothing-begun');
        const flow = Checks.parse(JSON.parse(unseal(begun.checks, key, placeOf(kiosk))));
        const wanted = [codeClaim, 'given_name', 'family_name'];
        const proven = await clients.redeem(client, returnTo, `?${query.replace(/^\?/, '')}`, flow, wanted);
        const citizen = citizenOf(proven, codeClaim);
        await db.transaction(async () => {
          const open = await openAt(scope, kiosk);
          // Whoever stands there now has asked for something else.
          if (open.id !== begun.consultationId) throw new SignInRefused('another-consultation');
          const locked = await consultations.getLocked(systemScope, open.id);
          await identities.recordProven(locked, { ...citizen, provider: name });
        });
        return await endSessionUrl(proven, codeClaim);
      } catch (error) {
        if (error instanceof SignInRefused)
          await audit.record({
            organisationId: kiosk.organisationId,
            actor: { kind: 'kiosk', id: kiosk.kioskId },
            action: 'citizen-identity.sign-in',
            subject: { kind: 'kiosk', id: kiosk.kioskId },
            result: 'refused',
            details: { reason: error.reason },
          });
        throw answerTo(error, logger);
      }
    },

    deleteExpired: () => signIns.deleteExpired(clock.now()),
  };
}
export type CitizenSignIn = ReturnType<typeof createCitizenSignIn>;

function answerTo(error: unknown, logger: Context['logger']): unknown {
  if (error instanceof SignInRefused) return new ProblemError('sign-in-failed');
  if (!(error instanceof ProviderFailure)) return error;
  logger.warn({ finding: error.finding }, 'the provider of citizens’ sign-in cannot be asked');
  return new ProblemError('provider-unavailable');
}
