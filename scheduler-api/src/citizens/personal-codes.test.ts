import { randomBytes, randomUUID } from 'node:crypto';
import { OrganisationId, ServiceCaseId } from '@remote-clerk/shared/domain/ids.ts';
import { PersonalCode } from '@remote-clerk/shared/domain/personal-code.ts';
import { describe, expect, it } from 'vitest';
import { createPersonalCodes } from './personal-codes.ts';

const code = PersonalCode.parse('327845-61245');
const organisation = OrganisationId.parse(randomUUID());
const [one, two] = [ServiceCaseId.parse(randomUUID()), ServiceCaseId.parse(randomUUID())];
const newKey = { id: 'new', key: randomBytes(32) };
const oldKey = { id: 'old', key: randomBytes(32) };

describe('a personal code', () => {
  it('is opened again, for its own case only', () => {
    const codes = createPersonalCodes([newKey]);
    const kept = codes.close(code, organisation, one);
    expect(codes.open(kept, one)).toBe(code);
    expect(() => codes.open(kept, two)).toThrow();
    expect(JSON.stringify(kept)).not.toContain('3278');
  });

  it('is found by its hash, and only in its own organisation', () => {
    const codes = createPersonalCodes([newKey]);
    const { hash } = codes.close(code, organisation, one);
    expect(codes.close(code, organisation, two).hash).toBe(hash);
    expect(codes.hashes(code, organisation)).toEqual([hash]);
    expect(codes.hashes(code, OrganisationId.parse(randomUUID()))).not.toContain(hash);
  });

  it('closed with an older key is opened and found as long as that key is there', () => {
    const before = createPersonalCodes([oldKey]).close(code, organisation, one);
    const both = createPersonalCodes([newKey, oldKey]);
    expect(both.open(before, one)).toBe(code);
    expect(both.hashes(code, organisation)).toContain(before.hash);
    expect(both.close(code, organisation, one).keyId).toBe('new');
    expect(() => createPersonalCodes([newKey]).open(before, one)).toThrow('The key old');
  });

  it('is hashed with another key than it is closed with', () => {
    const [first, second] = [createPersonalCodes([oldKey]), createPersonalCodes([newKey])];
    expect(first.hashes(code, organisation)).not.toEqual(second.hashes(code, organisation));
  });
});
