import type { DirectoryAttributes } from '@remote-clerk/shared/contracts/http/identity-administration.ts';
import { NameText } from '@remote-clerk/shared/contracts/localized.ts';
import { epochMilliseconds, type Instant } from '@remote-clerk/shared/domain/time.ts';
import type { Entry } from 'ldapts';
import { z } from 'zod';
import { DirectoryFailure } from './directory-failure.ts';

/** Somebody as a directory describes them. */
export type DirectoryEntry = {
  dn: string;
  stableId: string;
  /** In lower case. */
  login: string;
  name: string;
  email: string | null;
  title: string | null;
  /** The directory lets them in no more. */
  disabled: boolean;
  /** Groups that the entry itself names. */
  memberOf: string[];
};

/** Where directories say that somebody is not let in any more. A lock for a while, after wrong passwords, is none of these. */
const stateAttributes = [
  'userAccountControl',
  'accountExpires',
  'pwdAccountLockedTime',
  'nsAccountLock',
  'shadowExpire',
];
const disabledBit = 0x2;
const dayMs = 86_400_000;
/** Active Directory counts tenths of a microsecond since 1601. */
const filetimeEpochMs = 11_644_473_600_000n;
const never = 0x7fffffffffffffffn;

/** Those that are made of bytes, by the name that servers give them. */
export const binaryAttributes = ['objectGUID'];

export const attributesToRead = ({ id, login, name, email, title }: DirectoryAttributes, groups: string | null) => [
  ...new Set([id, login, name, ...[email, title, groups].filter((one) => one !== null), ...stateAttributes]),
];

const Email = z.email().max(200).toLowerCase();

/** What is in an entry that a directory has given. @throws DirectoryFailure `no-stable-id` */
export function readEntry(
  entry: Entry,
  attributes: DirectoryAttributes,
  groupAttribute: string | null,
  now: Instant,
): DirectoryEntry {
  const values = valuesOf(entry);
  const first = (attribute: string | null) => (attribute ? values(attribute)[0]?.toString() : undefined);
  const id = values(attributes.id)[0];
  if (!id || id.length === 0 || entry.dn === '') throw new DirectoryFailure('no-stable-id');
  const login = (first(attributes.login) ?? '').normalize('NFC').toLowerCase();
  return {
    dn: entry.dn,
    stableId: typeof id === 'string' ? id.toLowerCase() : id.toString('hex'),
    login,
    name: NameText.safeParse(first(attributes.name)).data ?? login,
    email: Email.safeParse(first(attributes.email)).data ?? null,
    title: NameText.safeParse(first(attributes.title)).data ?? null,
    disabled: isDisabled(first, now),
    memberOf: groupAttribute ? values(groupAttribute).map(String) : [],
  };
}

/** Of an attribute, by its name in any case. */
function valuesOf(entry: Entry): (attribute: string) => (string | Buffer)[] {
  const byName = new Map(Object.entries(entry).map(([name, value]) => [name.toLowerCase(), value]));
  return (attribute) => {
    const value = byName.get(attribute.toLowerCase()) ?? [];
    return Array.isArray(value) ? value : [value];
  };
}

function isDisabled(first: (attribute: string) => string | undefined, now: Instant): boolean {
  const nowMs = epochMilliseconds(now);
  const control = Number(first('userAccountControl') ?? 0);
  const expiresAt = wholeNumber(first('accountExpires'));
  const shadowDays = Number(first('shadowExpire') || -1);
  return (
    (control & disabledBit) !== 0 ||
    (expiresAt > 0n && expiresAt < never && expiresAt / 10_000n - filetimeEpochMs <= BigInt(nowMs)) ||
    first('pwdAccountLockedTime') === '000001010000Z' ||
    first('nsAccountLock')?.toLowerCase() === 'true' ||
    (shadowDays >= 0 && shadowDays * dayMs <= nowMs)
  );
}

const wholeNumber = (text: string | undefined): bigint => (/^\d{1,19}$/.test(text ?? '') ? BigInt(text ?? 0) : 0n);
