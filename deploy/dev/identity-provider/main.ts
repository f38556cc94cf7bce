// An OpenID Connect provider for development: whoever comes is whom they choose to be. It forgets all when it ends.
import { z } from 'zod';
import { clientsOf } from './clients.ts';
import { serveIdentityProvider } from './web.ts';

const { IDENTITY_PROVIDER_PORT, PUBLIC_URL, BACK_CHANNEL_LOGOUT } = z
  .object({
    IDENTITY_PROVIDER_PORT: z.coerce.number().int().min(1).max(65_535).default(4004),
    PUBLIC_URL: z.url().default('http://localhost:4000'),
    /** Client by client, as JSON. */
    BACK_CHANNEL_LOGOUT: z.string().default('{}'),
  })
  .parse(process.env);

const logout = z.record(z.string(), z.url()).parse(JSON.parse(BACK_CHANNEL_LOGOUT));
const served = await serveIdentityProvider(IDENTITY_PROVIDER_PORT, () => clientsOf(PUBLIC_URL, logout));
console.log(`People sign in at ${served.issuer}/`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    await served.close();
    process.exit(0);
  });
}
