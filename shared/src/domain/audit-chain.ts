import type { OrganisationId } from './ids.ts';
import { addMilliseconds, type Instant } from './time.ts';

/** An entry of the record with all that it says, as it stands in the database. */
export type RecordedEntry = {
  id: string;
  organisationId: OrganisationId | null;
  at: Instant;
  actorKind: string;
  actorId: string | null;
  action: string;
  subjectKind: string | null;
  subjectId: string | null;
  caseId: string | null;
  reason: string | null;
  result: string;
  requestId: string | null;
  sourceIp: string | null;
  details: Readonly<Record<string, string | number | boolean | null>>;
};

/** An entry in its place: one link of the chain of an organisation. */
export type Link = {
  chain: string;
  /** From 1, without gaps. */
  number: number;
  sealedAt: Instant;
  /** Whether the server that sealed it had sealed nothing for a while, so that entries had to wait. */
  afterPause: boolean;
  entry: RecordedEntry;
};

/** The last link of a chain, or where it stood once. */
export type ChainHead = { chain: string; number: number; hash: string };

/** Of the entries that concern nobody's organisation. */
export const chainOfNobody = 'none';

export const chainOf = (organisationId: OrganisationId | null): string => organisationId ?? chainOfNobody;

/** What the first link has in place of the hash before it. */
export const firstHash = '0'.repeat(64);

/** No transaction that writes an entry takes as long as this: one that is sealed later was written into the past. */
const latestAfterMs = 10 * 60_000;

/** Until when an entry of this time is sealed, by a server that runs. */
export const sealedBy = (at: Instant): Instant => addMilliseconds(at, latestAfterMs);

/** JSON in the one form that every reader makes of the same value (RFC 8785): keys in order, no space. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

/** What the SHA-256 of a link is taken of. @param previous the hash of the link before it, in hexadecimal */
export const linkText = (previous: string, link: Link): string => `${previous}\n${canonicalJson(link)}`;

/** What a head's signature is made over. */
export const headText = ({ chain, number, hash }: ChainHead): string =>
  `remote-clerk audit\n${chain}\n${number}\n${hash}`;
