import { z } from 'zod';

/** Between the kiosk's page and the page at which a provider's pages end, in the same browser. */
export const signInChannel = 'remote-clerk:sign-in';

export const SignInNews = z.discriminatedUnion('kind', [
  /** The citizen is back, with the query that the provider gave. */
  z.strictObject({ kind: z.literal('back'), query: z.string().max(8_000) }),
  /** It is over; the provider is to forget them at `url`. */
  z.strictObject({ kind: z.literal('end'), url: z.url({ protocol: /^https?$/ }).nullable() }),
]);
export type SignInNews = z.infer<typeof SignInNews>;
