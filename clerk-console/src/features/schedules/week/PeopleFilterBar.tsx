import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Select } from '@remote-clerk/shared/ui/Select.tsx';
import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import { useMessages } from '../../../messages/use-messages.ts';
import styles from './PeopleFilterBar.module.css';
import type { usePeople } from './use-people.ts';

const every = 'every';

/** Narrows the week down to a name, a service, a skill. */
export function PeopleFilterBar({ people }: { readonly people: ReturnType<typeof usePeople> }) {
  const say = useMessages();
  const { language } = useLanguage();
  const { filter, setFilter, services, skills } = people;
  return (
    <search className={styles.bar}>
      <TextField
        type="search"
        label={say('schedules.filter.name')}
        value={filter.name}
        onChange={(name) => setFilter({ ...filter, name })}
      />
      <Select
        label={say('schedules.filter.service')}
        items={[
          { id: every, label: say('schedules.filter.every-service') },
          ...services.map(({ id, name }) => ({ id, label: name[language] })),
        ]}
        value={filter.serviceId ?? every}
        onChange={(id) => setFilter({ ...filter, serviceId: services.find((each) => each.id === id)?.id ?? null })}
      />
      {skills.length > 0 && (
        <Select
          label={say('schedules.filter.skill')}
          items={[
            { id: every, label: say('schedules.filter.every-skill') },
            ...skills.map((id) => ({ id, label: id })),
          ]}
          value={filter.skill ?? every}
          onChange={(id) => setFilter({ ...filter, skill: id === every ? null : id })}
        />
      )}
    </search>
  );
}
