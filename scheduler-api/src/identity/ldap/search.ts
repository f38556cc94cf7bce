import type { Instant } from '@remote-clerk/shared/domain/time.ts';
import { AndFilter, EqualityFilter, type Filter, OrFilter, PresenceFilter } from 'ldapts';
import type { BoundDirectory, DirectoryAccess } from './directory-connection.ts';
import { DirectoryFailure } from './directory-failure.ts';
import { attributesToRead, binaryAttributes, type DirectoryEntry, readEntry } from './entry.ts';

const pageSize = 500;
/** More than any municipality has; a directory that has more was given a base that is too wide. */
const mostPeople = 100_000;

const entryGroups = ({ groupBaseDn, groupAttribute }: DirectoryAccess) => (groupBaseDn ? null : groupAttribute);
const wanted = (access: DirectoryAccess) => ({
  scope: 'sub' as const,
  attributes: attributesToRead(access.attributes, entryGroups(access)),
  explicitBufferAttributes: binaryAttributes,
});
const reading =
  ({ access }: BoundDirectory, now: Instant) =>
  (entry: Parameters<typeof readEntry>[0]) =>
    readEntry(entry, access.attributes, entryGroups(access), now);

/** Filters are made of objects: what somebody has typed is a value in them and can never be a part of them. */
async function findOne(directory: BoundDirectory, filter: Filter, now: Instant): Promise<DirectoryEntry | undefined> {
  const { client, access } = directory;
  const { searchEntries } = await client.search(access.baseDn, { ...wanted(access), filter, sizeLimit: 2 });
  if (searchEntries.length > 1) throw new DirectoryFailure('several-found');
  return searchEntries.map(reading(directory, now))[0];
}

/** Who has one of these logins. @throws DirectoryFailure `several-found` */
export function findPerson(
  directory: BoundDirectory,
  logins: readonly string[],
  now: Instant,
): Promise<DirectoryEntry | undefined> {
  const attribute = directory.access.attributes.login;
  const filters = logins.map((value) => new EqualityFilter({ attribute, value }));
  return findOne(directory, new OrFilter({ filters }), now);
}

/** Whose stable id this is. */
export function findById(
  directory: BoundDirectory,
  stableId: string,
  now: Instant,
): Promise<DirectoryEntry | undefined> {
  const attribute = directory.access.attributes.id;
  const value = binaryAttributes.includes(attribute) ? Buffer.from(stableId, 'hex') : stableId;
  return findOne(directory, new EqualityFilter({ attribute, value }), now);
}

/**
 * Everyone under the base, page by page, by stable id. References to other directories are not followed.
 * @throws DirectoryFailure also when not all could be read: a part of the people is never taken for all
 */
export async function listPeople(directory: BoundDirectory, now: Instant): Promise<Map<string, DirectoryEntry>> {
  const { client, access } = directory;
  const people = new Map<string, DirectoryEntry>();
  const filter = new AndFilter({
    filters: [
      new PresenceFilter({ attribute: access.attributes.login }),
      new PresenceFilter({ attribute: access.attributes.id }),
    ],
  });
  const pages = client.searchPaginated(access.baseDn, { ...wanted(access), filter, paged: { pageSize } });
  for await (const { searchEntries } of pages) {
    for (const person of searchEntries.map(reading(directory, now))) people.set(person.stableId, person);
    if (people.size > mostPeople) throw new DirectoryFailure('too-large');
  }
  return people;
}

/** The names of the groups that somebody is in themselves; groups in groups are not looked into. */
export async function groupsOf({ client, access }: BoundDirectory, person: DirectoryEntry): Promise<string[]> {
  const { groupBaseDn, groupAttribute } = access;
  if (!groupBaseDn) return person.memberOf;
  // Of POSIX groups the members are logins, of all others names of entries.
  const value = groupAttribute.toLowerCase() === 'memberuid' ? person.login : person.dn;
  const { searchEntries } = await client.search(groupBaseDn, {
    scope: 'sub',
    filter: new EqualityFilter({ attribute: groupAttribute, value }),
    attributes: ['1.1'],
  });
  return searchEntries.map(({ dn }) => dn);
}
