import { demoProviderSecret } from '../../../scheduler-api/src/demo/demo-providers.ts';
import type { DemoClient } from './provider.ts';

const staffClient = (id: string, publicUrl: string, backChannelLogoutUri: string | undefined): DemoClient => ({
  id,
  secret: demoProviderSecret,
  redirectUri: `${publicUrl}/console/sign-in`,
  afterSignOut: `${publicUrl}/console/`,
  backChannelLogoutUri,
});

/**
 * The system under the names by which its demo organisations and its kiosks know this provider.
 * @param publicUrl where browsers find it
 * @param logout where it wants to be told that somebody has signed out, by client
 */
export const clientsOf = (publicUrl: string, logout: Readonly<Record<string, string>>): DemoClient[] => [
  staffClient('remote-clerk-kuldiga', publicUrl, logout['remote-clerk-kuldiga']),
  staffClient('remote-clerk-vid', publicUrl, logout['remote-clerk-vid']),
  {
    id: 'remote-clerk-kiosk',
    secret: null,
    redirectUri: `${publicUrl}/kiosk/signed-in.html`,
    afterSignOut: `${publicUrl}/kiosk/signed-out.html`,
  },
];
