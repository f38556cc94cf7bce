import type { CitizenSignInId, KioskId, PublicServiceId } from '@remote-clerk/shared/domain/ids.ts';
import { CitizenSignInId as SignInId } from '@remote-clerk/shared/domain/ids.ts';
import { PersonalCode } from '@remote-clerk/shared/domain/personal-code.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { addMilliseconds, isDue } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import type { Consultation } from '../consultations/consultation-row.ts';
import type { Context } from '../context.ts';
import type { KioskPrincipal } from '../http/principal.ts';
import type { Proven, ProviderClients } from '../identity/oidc/provider-client.ts';
import { ProviderFailure, SignInRefused } from '../identity/oidc/provider-failure.ts';
import type { CatalogueService } from '../organisations/catalogue-service.ts';
import { seal, unseal } from '../seal.ts';
import type { Identities } from './identities-service.ts';
import { createSignInsRepository } from './sign-ins-repository.ts';

/** So long a citizen may take at the provider, and then until they ask. */
const signInMs = 10 * 60_000;

const Checks = z.object({ state: z.string(), nonce: z.string(), verifier: z.string() });
const Name = z.string().trim().min(1).max(200);
const Citizen = z.object({ givenName: z.string(), familyName: z.string(), personalCode: PersonalCode.nullable() });

type Needs = Pick<Context, 'db' | 'clock' | 'ids' | 'config' | 'audit' | 'logger'> & {
  clients: Pick<ProviderClients, 'newFlow' | 'authorizationUrl' | 'redeem' | 'endSessionUrl'>;
  catalogue: Pick<CatalogueService, 'getOffered'>;
  identities: Pick<Identities, 'recordProven'>;
};

/**
 * Citizens sign in at a kiosk through the installation's provider, before they ask for a service. Who they are is kept,
 * encrypted, until they have asked, the kiosk is wiped, or ten minutes are over.
 */
export function createCitizenSignIn(needs: Needs) {
  const { db, clock, ids, config, audit, logger, clients, catalogue, identities } = needs;
  const signIns = createSignInsRepository(db);
  const [{ key }] = config.citizens.keys;
  const returnTo = `${config.publicOrigin}/kiosk/signed-in.html`;
  const placeOf = (id: CitizenSignInId, what: 'checks' | 'citizen') => `citizen-sign-in:${id}:${what}`;
  const soon = () => addMilliseconds(clock.now(), signInMs);

  function theProvider() {
    if (!config.citizens.signIn) throw new ProblemError('illegal-transition', 'Citizens cannot sign in here');
    return config.citizens.signIn;
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
  async function endSessionUrl({ idToken }: Proven, { codeClaim, ...client }: ReturnType<typeof theProvider>) {
    const [, payload = ''] = idToken.split('.');
    if (Buffer.from(payload, 'base64url').toString().includes(`"${codeClaim}"`)) return null;
    return clients.endSessionUrl(client, idToken, `${config.publicOrigin}/kiosk/signed-out.html`).catch(() => null);
  }

  return {
    /** @throws ProblemError `not-found`, `illegal-transition` where citizens cannot sign in, `provider-unavailable` */
    async begin({ kioskId }: KioskPrincipal, serviceId: PublicServiceId) {
      const { organisationId } = await catalogue.getOffered(serviceId);
      const flow = clients.newFlow();
      const url = await clients.authorizationUrl(theProvider(), returnTo, flow).catch((error: unknown) => {
        throw answerTo(error, logger);
      });
      const id = SignInId.parse(ids.uuid());
      const checks = seal(JSON.stringify(flow), key, placeOf(id, 'checks'));
      await signIns.put({ kioskId, id, organisationId, checks, citizen: null, expiresAt: soon() });
      return { id, url, returnTo, origins: [new URL(url).origin, ...theProvider().origins] };
    },

    /**
     * @param query of the return address
     * @throws ProblemError `sign-in-failed` for what is not the answer to what was begun here, `provider-unavailable`
     */
    async complete({ kioskId, organisationId }: KioskPrincipal, id: CitizenSignInId, query: string) {
      const provider = theProvider();
      const begun = await signIns.take(kioskId, id);
      try {
        if (!begun?.checks || isDue(begun.expiresAt, clock.now())) throw new SignInRefused('nothing-begun');
        const flow = Checks.parse(JSON.parse(unseal(begun.checks, key, placeOf(id, 'checks'))));
        const wanted = [provider.codeClaim, 'given_name', 'family_name'];
        const proven = await clients.redeem(provider, returnTo, `?${query.replace(/^\?/, '')}`, flow, wanted);
        const found = citizenOf(proven, provider.codeClaim);
        const citizen = seal(JSON.stringify(found), key, placeOf(id, 'citizen'));
        await signIns.put({ ...begun, kioskId, checks: null, citizen, expiresAt: soon() });
        return {
          name: `${found.givenName} ${found.familyName}`,
          endSessionUrl: await endSessionUrl(proven, provider),
        };
      } catch (error) {
        if (error instanceof SignInRefused)
          await audit.record({
            organisationId: begun?.organisationId ?? organisationId,
            actor: { kind: 'kiosk', id: kioskId },
            action: 'citizen-identity.sign-in',
            subject: { kind: 'kiosk', id: kioskId },
            result: 'refused',
            details: { reason: error.reason },
          });
        throw answerTo(error, logger);
      }
    },

    /**
     * Whoever has signed in here has asked: who they are goes to the case, in the transaction in which it was opened. What is
     * not there any more, or was for another institution, is passed over: a document can be shown.
     */
    async attach(consultation: Consultation, id: CitizenSignInId): Promise<void> {
      const begun = await signIns.take(consultation.kioskId, id);
      if (!begun?.citizen || isDue(begun.expiresAt, clock.now())) return;
      if (begun.organisationId !== consultation.organisationId) return;
      const citizen = Citizen.parse(JSON.parse(unseal(begun.citizen, key, placeOf(id, 'citizen'))));
      await identities.recordProven(consultation, { ...citizen, provider: theProvider().name });
    },

    /** The kiosk is wiped. */
    forget: (kioskId: KioskId) => signIns.forget(kioskId),

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
