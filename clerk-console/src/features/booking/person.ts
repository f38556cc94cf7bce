import { CitizenContact } from '@remote-clerk/shared/contracts/appointments.ts';

/** What the clerk types about whom an appointment is for. */
export type Person = { readonly name: string; readonly email: string; readonly phone: string; readonly note: string };

const orNull = (text: string) => text.trim() || null;

/** As the server takes it. */
export const toCitizen = ({ name, email, phone }: Person): CitizenContact => ({
  name: name.trim(),
  email: orNull(email),
  phone: orNull(phone),
});

type WrongField = 'name' | 'email' | 'phone';

/** Which of the fields the server would refuse. */
export function wrongFields(person: Person): ReadonlySet<WrongField> {
  const { error } = CitizenContact.safeParse(toCitizen(person));
  const names = error?.issues.map(({ path: [field] }) => field) ?? [];
  return new Set((['name', 'email', 'phone'] as const).filter((field) => names.includes(field)));
}
