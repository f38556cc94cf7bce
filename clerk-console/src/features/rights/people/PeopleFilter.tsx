import { RightState } from '@remote-clerk/shared/contracts/rights.ts';
import { OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { Select } from '@remote-clerk/shared/ui/Select.tsx';
import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import { z } from 'zod';
import { useMessages } from '../../../messages/use-messages.ts';
import { asTree } from '../parts/organisations.ts';
import { useRoleWords } from '../parts/use-role-words.ts';
import { type RightsFilter, useRightsChoices, useRoles } from '../rights-queries.ts';
import styles from './PeopleFilter.module.css';

/** `soon`: held, and not for much longer. `all`: held, or to be. */
const states = ['all', 'soon', ...RightState.options] as const;
const all = 'all';

const Filter = z.object({
  state: z.enum(states).catch(all),
  role: z.string().catch(all),
  organisation: OrganisationId.or(z.literal(all)).catch(all),
});
type Filter = z.infer<typeof Filter> & { readonly search: string };

export const filterFrom = (address: URLSearchParams): Omit<Filter, 'search'> =>
  Filter.parse(Object.fromEntries(address));
export const toAddress = (filter: Omit<Filter, 'search'>): Record<string, string> =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== all));

export function toQuery({ search, state, role, organisation }: Filter): RightsFilter {
  const held = state === 'soon' ? 'effective' : state;
  return {
    ...(search.trim() && { search: search.trim() }),
    ...(held !== all && { state: held }),
    ...(role !== all && { roleId: role }),
    ...(organisation !== all && { organisationId: organisation }),
  };
}

interface PeopleFilterProps {
  readonly value: Filter;
  readonly onChange: (filter: Filter) => void;
}

export function PeopleFilter({ value, onChange }: PeopleFilterProps) {
  const say = useMessages();
  const roleName = useRoleWords();
  const roles = useRoles().data?.roles ?? [];
  const organisations = useRightsChoices().data?.organisations ?? [];
  return (
    <div className={styles.filter}>
      <TextField
        type="search"
        label={say('rights.people.search')}
        value={value.search}
        onChange={(search) => onChange({ ...value, search })}
      />
      <Select
        label={say('column.state')}
        value={value.state}
        items={states.map((id) => ({ id, label: say(`rights.state.${id}`) }))}
        onChange={(state) => onChange({ ...value, state })}
      />
      <Select
        label={say('rights.column.role')}
        value={value.role}
        items={[
          { id: all, label: say('rights.people.all-roles') },
          ...roles.map((role) => ({ id: role.id, label: roleName(role) })),
        ]}
        onChange={(role) => onChange({ ...value, role })}
      />
      <Select
        label={say('rights.where')}
        value={value.organisation}
        items={[
          { id: all, label: say('rights.people.all-organisations') },
          ...asTree(organisations).map(({ node }) => ({ id: node.id, label: node.name })),
        ]}
        onChange={(organisation) => onChange({ ...value, organisation })}
      />
    </div>
  );
}
