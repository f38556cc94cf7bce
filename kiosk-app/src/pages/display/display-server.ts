import { createApiClient } from '@remote-clerk/shared/contracts/http/client.ts';
import { queueRoutes } from '@remote-clerk/shared/contracts/http/queue.ts';
import type { DisplayView } from '@remote-clerk/shared/contracts/queue.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';

const patienceMs = 10_000;

/** Reads what the screen with this token shows now. @throws ProblemError `not-found` for a token that is not valid */
export function createDisplayReader(token: string): () => Promise<DisplayView> {
  const api = createApiClient({ baseUrl: '', credentials: 'omit' });
  return async () => {
    const signal = AbortSignal.timeout(patienceMs);
    try {
      return await api.call(queueRoutes.readDisplay, { body: { token }, signal });
    } catch (error) {
      throw signal.aborted ? new ProblemError('unavailable', undefined, { cause: error }) : error;
    }
  };
}
