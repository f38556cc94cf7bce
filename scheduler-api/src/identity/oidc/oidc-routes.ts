import { identityAdministrationRoutes } from '@remote-clerk/shared/contracts/http/identity-administration.ts';
import { signInRoutes } from '@remote-clerk/shared/contracts/http/sign-in.ts';
import type { Context } from '../../context.ts';
import { bind } from '../../http/bind.ts';
import { sessionCookie } from '../session-cookie.ts';
import type { ProviderSessions } from './provider-sessions.ts';
import type { ProvidersService } from './providers-service.ts';
import { flowMs, type ProviderSignIn } from './sign-in-service.ts';

/** Held by the browser that has begun, and by no other. */
const flowCookie = 'sign-in-flow';

type Parts = Pick<Context, 'config'> & {
  signIn: ProviderSignIn;
  providerSessions: ProviderSessions;
  administration: ProvidersService;
};

export const oidcRoutes = ({ config, signIn, providerSessions, administration }: Parts) => [
  bind(signInRoutes.discoverSignIn, async ({ body }) => ({ ways: await signIn.discover(body.login) })),

  bind(signInRoutes.beginProviderSignIn, async ({ params, setCookie, ...request }) => {
    const { url, flowToken } = await signIn.begin(params.providerId, request);
    setCookie(flowCookie, flowToken, flowMs);
    return { url };
  }),

  bind(signInRoutes.completeProviderSignIn, async ({ body, cookie, setCookie, ...request }) => {
    const { token, account } = await signIn.complete({
      ...request,
      answer: body.answer,
      flowToken: cookie(flowCookie),
      oldToken: cookie(sessionCookie),
    });
    setCookie(flowCookie, null);
    setCookie(sessionCookie, token, config.session.longestMs);
    return { state: 'signed-in' as const, account };
  }),

  bind(signInRoutes.endProviderSessions, async ({ params, body, requestId, sourceIp }) => {
    await providerSessions.endByToken(params.providerId, body.logout_token, { requestId, sourceIp });
    return {};
  }),

  bind(identityAdministrationRoutes.listIdentityProviders, async ({ scope }) => ({
    providers: await administration.list(scope),
  })),
  bind(identityAdministrationRoutes.createIdentityProvider, ({ scope, body, ...request }) =>
    administration.create(scope, request, body),
  ),
  bind(identityAdministrationRoutes.changeIdentityProvider, ({ scope, params, body, ...request }) =>
    administration.change(scope, request, params.providerId, body),
  ),
  bind(identityAdministrationRoutes.tryIdentityProvider, async ({ scope, params }) => ({
    findings: await administration.try(scope, params.providerId),
  })),
];
