import type { StaffRole } from '@remote-clerk/shared/contracts/permissions.ts';
import { AccountId, ExternalCalendarId, OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import type { Context } from '../context.ts';
import { hashPassword } from '../identity/password.ts';

export const testPassword = 'correct horse battery';
const passwordHash = hashPassword(testPassword);

/** Puts rows into the database as tests need them, each with what it must have and nothing that matters by chance. */
export function createBuilders({ db, clock, ids }: Pick<Context, 'db' | 'clock' | 'ids'>) {
  let count = 0;

  async function organisation({ name = 'Valsts' } = {}): Promise<{ id: OrganisationId; name: string }> {
    const id = OrganisationId.parse(ids.uuid());
    await db.connection('organisations').insert({ id, name, created_at: clock.now() });
    return { id, name };
  }

  async function account({
    organisationId,
    role = 'administrator',
    username = `person-${++count}`,
    disabled = false,
  }: {
    organisationId?: OrganisationId;
    role?: StaffRole;
    username?: string;
    disabled?: boolean;
  } = {}) {
    const id = AccountId.parse(ids.uuid());
    const owner = organisationId ?? (await organisation()).id;
    await db.connection('accounts').insert({
      id,
      organisation_id: owner,
      username,
      password_hash: await passwordHash,
      display_name: `Persona ${username}`,
      role,
      created_at: clock.now(),
      disabled_at: disabled ? clock.now() : null,
    });
    return { id, organisationId: owner, role, username, password: testPassword };
  }

  /** One that a specialist has connected; its access cannot be opened. */
  async function externalCalendar(specialist: { id: AccountId; organisationId: OrganisationId }) {
    const id = ExternalCalendarId.parse(ids.uuid());
    await db.connection('external_calendars').insert({
      id,
      organisation_id: specialist.organisationId,
      specialist_id: specialist.id,
      kind: 'icalendar',
      access: 'sealed',
      shown_address: 'calendar.example/…',
      checked_at: clock.now(),
      next_check_at: '2099-12-31T00:00:00.000Z',
    });
    return { id };
  }

  return { organisation, account, externalCalendar };
}
