import { ProblemError, type ProblemType, problemTypes } from '@remote-clerk/shared/domain/problems.ts';

/** The idempotency key of one kind of request: what is sent again after it was lost is the same wish, and counts once. */
export class WishKey {
  #wish: { text: string; key: string } | null = null;

  of(wish: object): string {
    const text = JSON.stringify(wish);
    if (this.#wish?.text !== text) this.#wish = { text, key: crypto.randomUUID() };
    return this.#wish.key;
  }

  /** It was granted, or nobody wants it any more. */
  forget(): void {
    this.#wish = null;
  }

  /** Refused for good, so the next try is a new wish; after anything else it may have been heard. @returns why */
  refused(error: unknown): ProblemType {
    const problem = problemOf(error);
    if (problemTypes[problem].status < 500) this.#wish = null;
    return problem;
  }
}

export const problemOf = (error: unknown): ProblemType => (error instanceof ProblemError ? error.type : 'internal');
