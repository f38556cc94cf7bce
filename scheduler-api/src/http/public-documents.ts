import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { type RequestHandler, Router } from 'express';
import { fingerprint } from './digest.ts';

/** Something other than JSON for whoever knows its address: programs that cannot sign in subscribe to it. */
export type PublicDocument = {
  /** With Express's `:name` parameters. */
  path: `/${string}`;
  type: string;
  /** How many wrong addresses one may try in a minute before it has to wait. */
  failuresPerMinute: number;
  find(params: Record<string, string>): Promise<string | undefined>;
};

/** Serves documents by GET and HEAD, again only when they have changed. */
export function publicDocuments(
  documents: readonly PublicDocument[],
  limitFailures: ((perMinute: number) => RequestHandler) | undefined,
): Router {
  const router = Router();
  for (const { path, type, failuresPerMinute, find } of documents) {
    if (limitFailures) router.all(path, limitFailures(failuresPerMinute));
    router.get(path, async (request, response) => {
      response.locals.route = path;
      const text = await find(textsOf(request.params));
      if (text === undefined) throw new ProblemError('not-found');
      const tag = `"${fingerprint(text)}"`;
      response.set({ 'Cache-Control': 'private, no-cache', ETag: tag });
      // Express finds nothing fresh for programs that say `no-cache`, as many do that ask again and again.
      if (request.headers['if-none-match']?.includes(tag)) response.status(304).end();
      else response.type(type).send(text);
    });
    router.all(path, (_request, response) => {
      response.setHeader('Allow', 'GET, HEAD');
      throw new ProblemError('method-not-allowed');
    });
  }
  return router;
}

const textsOf = (params: Record<string, string | string[]>): Record<string, string> =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));
