import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { json, type RequestHandler } from 'express';

/** Greatest body, in bytes. */
const bodyLimit = 64 * 1024;

/** Bodies are JSON, of at most 64 kB, or refused before anything else is looked at. */
export const jsonBody: RequestHandler[] = [
  (request, _response, next) => {
    const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
    const hasBody = encoding !== undefined || (length !== undefined && length !== '0');
    if (hasBody && !request.is('application/json')) throw new ProblemError('unsupported-media-type');
    next();
  },
  json({ limit: bodyLimit, strict: false }),
];
