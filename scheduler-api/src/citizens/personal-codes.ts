import { createHmac, hkdfSync } from 'node:crypto';
import type { OrganisationId, ServiceCaseId } from '@remote-clerk/shared/domain/ids.ts';
import { PersonalCode } from '@remote-clerk/shared/domain/personal-code.ts';
import type { KeyRing } from '../config/secrets.ts';
import { seal, unseal } from '../seal.ts';

/** A personal code as it is kept: encrypted, and as a keyed hash by which the same code is found again. */
export type KeptCode = { sealed: string; hash: string; keyId: string };

/** One key of the file gives two, so that whoever could have the one for searching opens nothing with it. */
const derive = (key: Buffer, purpose: string) =>
  Buffer.from(hkdfSync('sha256', key, '', `remote-clerk:personal-code:${purpose}:v1`, 32));

const placeOf = (caseId: ServiceCaseId) => `citizen-identity:${caseId}`;

/** Closes and opens personal codes, each for its case: what was put into another case's row cannot be opened there. */
export function createPersonalCodes(ring: KeyRing) {
  const keys = ring.map(({ id, key }) => ({ id, sealing: derive(key, 'seal'), searching: derive(key, 'search') }));
  const [first] = ring;
  const keyOf = (id: string) => {
    const key = keys.find((one) => one.id === id);
    if (!key) throw new Error(`The key ${id} of personal codes is not in CITIZEN_KEY_FILE`);
    return key;
  };
  const current = keyOf(first.id);

  // Each organisation has hashes of its own: equal ones in two of them would say that they have the same client.
  const hashWith = (key: typeof current, code: PersonalCode, organisationId: OrganisationId) =>
    createHmac('sha256', key.searching).update(`${organisationId}:${code}`).digest('base64url');

  return {
    currentKeyId: current.id,
    olderKeyIds: keys.slice(1).map(({ id }) => id),

    close: (code: PersonalCode, organisationId: OrganisationId, caseId: ServiceCaseId): KeptCode => ({
      sealed: seal(code, current.sealing, placeOf(caseId)),
      hash: hashWith(current, code, organisationId),
      keyId: current.id,
    }),

    /** @throws Error when its key is not there any more, or it was closed for another case */
    open: ({ sealed, keyId }: Pick<KeptCode, 'sealed' | 'keyId'>, caseId: ServiceCaseId): PersonalCode =>
      PersonalCode.parse(unseal(sealed, keyOf(keyId).sealing, placeOf(caseId))),

    /** The hashes under which a code may be kept: one for each key that there still is. */
    hashes: (code: PersonalCode, organisationId: OrganisationId): string[] =>
      keys.map((key) => hashWith(key, code, organisationId)),
  };
}
export type PersonalCodes = ReturnType<typeof createPersonalCodes>;
