import { X509Certificate } from 'node:crypto';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { DirectorySettings, StoredDirectory } from './directories-repository.ts';

const wrong = (pointer: string, detail: string) =>
  new ProblemError('invalid-request', undefined, { fields: [{ pointer, detail }] });

/** @throws ProblemError `invalid-request` */
export function assertCertificate(certificate: string | null): void {
  for (const [block] of (certificate ?? '').matchAll(/-----BEGIN [\s\S]+?-----END [^-]+-----/g)) {
    try {
      new X509Certificate(block);
    } catch {
      throw wrong('/body/certificate', 'This is no certificate that can be read');
    }
  }
}

/** @param usable roles that there are at the directory's organisation @throws ProblemError `invalid-request` */
export function assertRoles({ groups }: Pick<DirectorySettings, 'groups'>, usable: readonly string[]): void {
  const fields = groups.flatMap(({ roleId }, index) =>
    usable.includes(roleId) ? [] : [{ pointer: `/body/groups/${index}/roleId`, detail: 'There is no such role here' }],
  );
  if (fields.length > 0) throw new ProblemError('invalid-request', undefined, { fields });
}

/**
 * Whose passwords are asked for under a domain is one organisation's to say.
 * @param all directories, of all organisations
 * @throws ProblemError `conflict`
 */
export function assertDomains(
  { organisationId, domains }: Pick<StoredDirectory, 'organisationId' | 'domains'>,
  all: readonly StoredDirectory[],
  ofProviders: readonly string[],
): void {
  const ofOthers = all.filter((other) => other.organisationId !== organisationId).flatMap((other) => other.domains);
  if (domains.some((domain) => ofOthers.includes(domain) || ofProviders.includes(domain))) {
    throw new ProblemError('conflict', 'One of the domains is another organisation’s');
  }
}

/** A password that was given for one server is not sent to another, or to one that is trusted otherwise, without being given anew. */
export function assertMayReuse(
  before: StoredDirectory,
  now: Pick<DirectorySettings, 'url' | 'certificate' | 'bindDn'>,
) {
  const isSame = before.url === now.url && before.certificate === now.certificate && before.bindDn === now.bindDn;
  if (!isSame) throw wrong('/body/bindPassword', 'Is needed when the address, the certificate or the bind DN changes');
}
