import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { pinoHttp } from 'pino-http';
import type { Logger } from '../logger.ts';

/** What stands in an address and is as long as the secrets that we make, is taken for one. */
const secret = /(?<=\/)[\w-]{43}(?![\w-])/g;

/** Logs each answered request once, with an id that its problem carries too. No headers, no query: they may be personal. */
export const requestLog = (logger: Logger) =>
  pinoHttp({
    logger,
    quietReqLogger: true,
    genReqId: (_request, response) => {
      const id = randomUUID();
      response.setHeader('X-Request-Id', id);
      return id;
    },
    customLogLevel: (_request, response, error) => {
      if (error || response.statusCode === 500) return 'error';
      // Expected, but somebody should look: no media node, or still starting.
      if (response.statusCode > 500) return 'warn';
      return response.statusCode >= 400 ? 'info' : 'debug';
    },
    serializers: {
      req: ({ id, method, url }: { id: unknown; method: string; url: string }) => ({
        id,
        method,
        path: url.split('?')[0]?.replaceAll(secret, '…'),
      }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
  });

export const requestIdOf = (request: IncomingMessage) => String(request.id);
