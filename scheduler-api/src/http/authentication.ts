import type { IncomingHttpHeaders } from 'node:http';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { readCookies } from './cookies.ts';
import type { Principal } from './principal.ts';

/** Knows one kind of credential. Answers `undefined` for one that it does not know or that is over. */
export type Authenticator =
  | { credential: 'bearer'; authenticate(token: string): Promise<Principal | undefined> }
  | { credential: 'cookie'; cookie: string; authenticate(value: string): Promise<Principal | undefined> };

export type Authentication = ReturnType<typeof createAuthentication>;

/** Finds who sends a request or opens a socket, from its headers. */
export function createAuthentication(authenticators: readonly Authenticator[]) {
  const first = async (answers: Iterable<() => Promise<Principal | undefined>>) => {
    for (const answer of answers) {
      const principal = await answer();
      if (principal) return principal;
    }
    return undefined;
  };

  const bearer = (token: string) =>
    first(authenticators.flatMap((known) => (known.credential === 'bearer' ? [() => known.authenticate(token)] : [])));

  const byCookie = (cookies: Record<string, string>) =>
    first(
      authenticators.flatMap((known) => {
        const value = known.credential === 'cookie' ? cookies[known.cookie] : undefined;
        return known.credential === 'cookie' && value ? [() => known.authenticate(value)] : [];
      }),
    );

  return {
    bearer,

    /**
     * An `Authorization` header decides alone: cookies are then not looked at.
     * @returns undefined for someone without credentials, or whose cookie is of a session that is over
     * @throws ProblemError `not-signed-in` for an `Authorization` that is not good
     */
    async fromHeaders(headers: Pick<IncomingHttpHeaders, 'authorization' | 'cookie'>): Promise<Principal | undefined> {
      if (headers.authorization === undefined) return byCookie(readCookies(headers.cookie));
      const token = /^Bearer ([\w.~+/=-]{1,4096})$/i.exec(headers.authorization)?.[1];
      const principal = token ? await bearer(token) : undefined;
      if (!principal) throw new ProblemError('not-signed-in');
      return principal;
    },
  };
}
