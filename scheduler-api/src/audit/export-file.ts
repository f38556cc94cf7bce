import type { AuditFilter } from '@remote-clerk/shared/contracts/http/audit.ts';
import { canonicalJson } from '@remote-clerk/shared/domain/audit-chain.ts';
import type { Instant } from '@remote-clerk/shared/domain/time.ts';
import type { SealedEntry } from './audit-repository.ts';
import type { Signer } from './signing-key.ts';

/**
 * A line that says what was asked for, one for each entry with its seal, and one with a signature over all lines before it
 * (with their line ends), which whoever has the public key can check.
 */
export function signedLines(
  entries: readonly SealedEntry[],
  about: { filter: AuditFilter; exportedAt: Instant; whole: boolean },
  signer: Signer,
): string {
  const lines = [{ kind: 'remote-clerk audit export', ...about }, ...entries].map((line) => `${canonicalJson(line)}\n`);
  const text = lines.join('');
  return `${text}${canonicalJson({ signature: signer.signText(text), key: signer.publicKey })}\n`;
}

const columns = {
  number: ({ number }: SealedEntry) => number,
  at: ({ entry }: SealedEntry) => entry.at,
  actor_kind: ({ entry }: SealedEntry) => entry.actorKind,
  actor: ({ entry }: SealedEntry) => entry.actorId,
  action: ({ entry }: SealedEntry) => entry.action,
  subject_kind: ({ entry }: SealedEntry) => entry.subjectKind,
  subject: ({ entry }: SealedEntry) => entry.subjectId,
  case: ({ entry }: SealedEntry) => entry.caseId,
  reason: ({ entry }: SealedEntry) => entry.reason,
  result: ({ entry }: SealedEntry) => entry.result,
  request: ({ entry }: SealedEntry) => entry.requestId,
  source_ip: ({ entry }: SealedEntry) => entry.sourceIp,
  chain: ({ chain }: SealedEntry) => chain,
  hash: ({ hash }: SealedEntry) => hash,
};

/** As spreadsheets read it (RFC 4180): what could be taken for a formula is quoted as text. */
export function csv(entries: readonly SealedEntry[]): string {
  const rows = [Object.keys(columns), ...entries.map((entry) => Object.values(columns).map((cell) => cell(entry)))];
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(value: string | number | null): string {
  const text = String(value ?? '');
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
