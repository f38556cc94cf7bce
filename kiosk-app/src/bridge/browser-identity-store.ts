import { z } from 'zod';

const STORE = 'identity';

const storedKeyPair = z.object({ privateKey: z.instanceof(CryptoKey), publicKey: z.instanceof(CryptoKey) });

const asPromise = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const open = (): Promise<IDBDatabase> => {
  const request = indexedDB.open('remote-clerk-kiosk', 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return asPromise(request);
};

const storeFor = async (mode: IDBTransactionMode): Promise<IDBObjectStore> =>
  (await open()).transaction(STORE, mode).objectStore(STORE);

/** A browser tab's kiosk identity, kept in IndexedDB because a CryptoKey that can't be exported fits nowhere else. */
export const browserIdentityStore = {
  async kioskId(): Promise<string | null> {
    const stored: unknown = await asPromise((await storeFor('readonly')).get('kioskId'));
    return z.string().nullable().catch(null).parse(stored);
  },
  async rememberKioskId(kioskId: string): Promise<void> {
    await asPromise((await storeFor('readwrite')).put(kioskId, 'kioskId'));
  },
  /** The stored key pair, or a new one whose private half can't leave the browser. */
  async keyPair(): Promise<CryptoKeyPair> {
    const stored = storedKeyPair.safeParse(await asPromise((await storeFor('readonly')).get('keyPair')));
    if (stored.success) return stored.data;
    const made = await crypto.subtle.generateKey({ name: 'Ed25519' }, false, ['sign', 'verify']);
    // Two callers may get here at once; one transaction that looks again makes both end with the same key.
    const objectStore = await storeFor('readwrite');
    const first = storedKeyPair.safeParse(await asPromise(objectStore.get('keyPair')));
    if (first.success) return first.data;
    await asPromise(objectStore.put(made, 'keyPair'));
    return made;
  },
  async clear(): Promise<void> {
    await asPromise((await storeFor('readwrite')).clear());
  },
};
