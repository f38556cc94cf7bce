import { expect, it } from 'vitest';
import { canonicalJson, chainOf, headText, linkText, sealedBy } from './audit-chain.ts';
import { OrganisationId } from './ids.ts';
import { Instant } from './time.ts';

it('says the same value in the same words, whatever order its parts were written in', () => {
  expect(canonicalJson({ b: [1, { d: null, c: 'ā"' }], a: true })).toBe('{"a":true,"b":[1,{"c":"ā\\"","d":null}]}');
  expect(canonicalJson({ a: true, b: [1, { c: 'ā"', d: null }] })).toBe(
    canonicalJson({ b: [1, { d: null, c: 'ā"' }], a: true }),
  );
});

it('leaves out what is undefined, as JSON does', () => {
  expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
});

it('gives every organisation a chain, and one to what is nobody’s', () => {
  const id = OrganisationId.parse('018f0000-0000-7000-8000-000000000001');
  expect(chainOf(id)).toBe(id);
  expect(chainOf(null)).toBe('none');
});

it('binds a link to the one before it, to its place and to all that its entry says', () => {
  const at = Instant.parse('2027-01-11T09:00:00.000Z');
  const entry = {
    id: 'e',
    organisationId: null,
    at,
    actorKind: 'system',
    actorId: null,
    action: 'case.read',
    subjectKind: null,
    subjectId: null,
    caseId: null,
    reason: null,
    result: 'done',
    requestId: null,
    sourceIp: null,
    details: {},
  };
  const link = { chain: 'none', number: 1, sealedAt: at, afterPause: false, entry };
  const text = linkText('0', link);
  expect(linkText('1', link)).not.toBe(text);
  for (const change of [{ chain: 'other' }, { number: 2 }, { sealedAt: sealedBy(at) }, { afterPause: true }]) {
    expect(linkText('0', { ...link, ...change })).not.toBe(text);
  }
  for (const field of Object.keys(entry)) {
    expect(linkText('0', { ...link, entry: { ...entry, [field]: 'x' } })).not.toBe(text);
  }
});

it('signs where a chain stood, not the hash alone', () => {
  const head = { chain: 'none', number: 7, hash: 'ab' };
  expect(headText(head)).not.toBe(headText({ ...head, number: 8 }));
  expect(headText(head)).not.toBe(headText({ ...head, chain: 'other' }));
});
