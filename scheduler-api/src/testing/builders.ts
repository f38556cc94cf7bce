import type { BuiltInRole } from '@remote-clerk/shared/contracts/permissions.ts';
import {
  AccountId,
  ApiClientId,
  ExternalCalendarId,
  OrganisationId,
  RightId,
} from '@remote-clerk/shared/domain/ids.ts';
import type { Context } from '../context.ts';
import { fingerprint } from '../http/digest.ts';
import { hashPassword } from '../identity/password.ts';

export const testPassword = 'correct horse battery';
const passwordHash = hashPassword(testPassword);

/** Puts rows into the database as tests need them, each with what it must have and nothing that matters by chance. */
export function createBuilders({ db, clock, ids }: Pick<Context, 'db' | 'clock' | 'ids'>) {
  let count = 0;

  async function organisation({
    name = 'Valsts',
    parentId = null,
  }: {
    name?: string;
    parentId?: OrganisationId | null;
  } = {}): Promise<{ id: OrganisationId; name: string }> {
    const id = OrganisationId.parse(ids.uuid());
    await db.connection('organisations').insert({ id, name, parent_id: parentId, created_at: clock.now() });
    return { id, name };
  }

  async function account({
    organisationId,
    role = 'administrator',
    username = `person-${++count}`,
    disabled = false,
  }: {
    organisationId?: OrganisationId;
    /** Which right it has at its organisation, for as long as any test lasts; none for null. */
    role?: BuiltInRole | null;
    username?: string;
    disabled?: boolean;
  } = {}) {
    const id = AccountId.parse(ids.uuid());
    const owner = organisationId ?? (await organisation()).id;
    await db.connection('accounts').insert({
      id,
      organisation_id: owner,
      username,
      display_name: `Persona ${username}`,
      created_at: clock.now(),
      disabled_at: disabled ? clock.now() : null,
    });
    await db.connection('local_credentials').insert({
      account_id: id,
      organisation_id: owner,
      password_hash: await passwordHash,
      changed_at: clock.now(),
    });
    if (role) await right({ accountId: id, organisationId: owner, role });
    return { id, organisationId: owner, role, username, password: testPassword };
  }

  /** That an account holds a role at an organisation. */
  async function right({
    accountId,
    organisationId,
    role,
    validFrom = clock.now(),
    validUntil = '2099-12-31T00:00:00.000Z',
  }: {
    accountId: AccountId;
    organisationId: OrganisationId;
    role: BuiltInRole;
    validFrom?: string;
    validUntil?: string;
  }) {
    const id = RightId.parse(ids.uuid());
    await db.connection('role_assignments').insert({
      id,
      organisation_id: organisationId,
      account_id: accountId,
      role_id: role,
      valid_from: validFrom,
      valid_until: validUntil,
      created_at: clock.now(),
    });
    return { id };
  }

  /** Another system that may ask about an organisation's people. */
  async function apiClient(organisationId: OrganisationId) {
    const id = ApiClientId.parse(ids.uuid());
    const secret = `secret of ${id}`;
    await db.connection('api_clients').insert({
      id,
      organisation_id: organisationId,
      name: 'Lietvedības sistēma',
      secret_hash: fingerprint(secret),
      created_at: clock.now(),
    });
    return { id, secret };
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

  return { organisation, account, right, apiClient, externalCalendar };
}
