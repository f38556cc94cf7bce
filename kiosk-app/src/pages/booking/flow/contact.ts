import { CitizenContact } from '@remote-clerk/shared/contracts/appointments.ts';
import type { FieldError } from '@remote-clerk/shared/domain/problems.ts';
import type { Messages } from '../messages/lv.ts';
import type { Draft } from './draft.ts';

/** What is typed; empty where nothing is. */
export type TypedContact = { name: string; email: string; phone: string };
export type ContactField = keyof TypedContact;
export type ContactFaults = Partial<Record<ContactField, keyof Messages>>;

export const contactFields = ['name', 'email', 'phone'] as const satisfies ContactField[];
const wrong = { name: 'details.nameWrong', email: 'details.emailWrong', phone: 'details.phoneWrong' } as const;

/** The contact, or what is wrong with each field. Who is called needs a number; others have to be reachable somehow. */
export function checkContact(
  typed: TypedContact,
  channel: Draft['channel'],
): { citizen: CitizenContact } | { faults: ContactFaults } {
  const email = typed.email.trim() || null;
  const phone = typed.phone.trim() || null;
  const parsed = CitizenContact.safeParse({ name: typed.name, email, phone });
  const faults = faultsOf(parsed.error?.issues.map((issue) => String(issue.path[0])) ?? []);
  if (channel === 'telephone' && !phone) faults.phone = 'details.phoneNeeded';
  else if (!email && !phone) faults.email = 'details.oneNeeded';
  return parsed.success && Object.keys(faults).length === 0 ? { citizen: parsed.data } : { faults };
}

/** Which of the fields the server refused; none where it refused something else. */
export const refusedFields = (fields: readonly FieldError[]): ContactFaults =>
  faultsOf(fields.map(({ pointer }) => pointer.split('/').at(-1) ?? ''));

function faultsOf(names: readonly string[]): ContactFaults {
  const faults: ContactFaults = {};
  for (const field of contactFields) if (names.includes(field)) faults[field] = wrong[field];
  return faults;
}
