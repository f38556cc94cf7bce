import type { Net } from 'electron';

const chromiumNames: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'net::ERR_CONNECTION_REFUSED',
  ENOTFOUND: 'net::ERR_NAME_NOT_RESOLVED',
};

const causeOf = (error: unknown): string =>
  error instanceof Error && error.cause instanceof Error && 'code' in error.cause ? String(error.cause.code) : '';

/** Node's fetch, with its failures in Chromium's words. */
export const net = {
  fetch: (input, init) =>
    fetch(input, init).catch((error: unknown) => {
      throw new Error(chromiumNames[causeOf(error)] ?? 'net::ERR_FAILED', { cause: error });
    }),
} satisfies Pick<Net, 'fetch'>;
