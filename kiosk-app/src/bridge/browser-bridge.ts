import { z } from 'zod';
import { bridgeCalls, type KioskBridge, publicKeyJwk, SIGNATURE_DOMAIN } from './bridge.ts';
import { browserIdentityStore as store } from './browser-identity-store.ts';
import { SignInPopup } from './sign-in-popup.ts';

const base64url = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const exportedKey = z.looseObject({ x: z.string() });

const exportPublicKey = async (key: CryptoKey) => {
  const { x } = exportedKey.parse(await crypto.subtle.exportKey('jwk', key));
  return publicKeyJwk.parse({ kty: 'OKP', crv: 'Ed25519', x });
};

const popup = new SignInPopup();

/** A code in the address, `#enrol=…`: so that a link enrols this browser. A fragment reaches no server and no log. */
function takeEnrolmentCode(): string | null {
  const code = new URLSearchParams(location.hash.slice(1)).get('enrol');
  if (code) history.replaceState(null, '', location.pathname + location.search);
  return code;
}

/** The bridge in an ordinary browser, for development: same promises, weaker walls, and no way out but the tab's. */
export const browserBridge: KioskBridge = {
  async info() {
    return { runtime: 'browser', appVersion: 'development', electronVersion: null };
  },
  async identity() {
    const { publicKey } = await store.keyPair();
    return {
      kioskId: await store.kioskId(),
      publicKey: await exportPublicKey(publicKey),
      enrolmentCode: takeEnrolmentCode(),
    };
  },
  async enrolled(request) {
    const { kioskId } = bridgeCalls.enrolled.request.parse(request);
    await store.rememberKioskId(kioskId);
  },
  async sign(request) {
    const { challenge } = bridgeCalls.sign.request.parse(request);
    const { privateKey } = await store.keyPair();
    const text = new TextEncoder().encode(SIGNATURE_DOMAIN + challenge);
    return { signature: base64url(await crypto.subtle.sign('Ed25519', privateKey, text)) };
  },
  forget: () => store.clear(),
  async wipe() {
    sessionStorage.clear();
    location.reload();
  },
  signIn: (request) => popup.signIn(bridgeCalls.signIn.request.parse(request)),
  endSignIn: async (request) => popup.end(bridgeCalls.endSignIn.request.parse(request).url),
  heartbeat() {},
  async exit() {
    return { ok: false, attemptsLeft: 0, lockedForSeconds: 0 };
  },
};
