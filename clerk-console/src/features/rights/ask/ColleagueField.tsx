import type { Person } from '@remote-clerk/shared/contracts/rights.ts';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import { useDeferredValue, useState } from 'react';
import { useAccount } from '../../../app/account.ts';
import { ChoiceRows } from '../../../app/ChoiceRows.tsx';
import { problemMessage } from '../../../app/problems.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import page from '../Rights.module.css';
import { useColleagues } from '../rights-queries.ts';

interface ColleagueFieldProps {
  readonly label: string;
  readonly value: Person | null;
  readonly onChange: (person: Person | null) => void;
  /** Only those of one's own organisation. */
  readonly nearby?: boolean;
  readonly error?: string;
}

/** A colleague, found by name. */
export function ColleagueField({ label, value, onChange, nearby = false, error }: ColleagueFieldProps) {
  const say = useMessages();
  const me = useAccount().id;
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search.trim());
  const colleagues = useColleagues(wanted);
  const people = (wanted ? (colleagues.data ?? []) : []).filter(
    (person) => person.id !== me && (!nearby || person.sameOrganisation),
  );
  return (
    <>
      <TextField
        type="search"
        label={label}
        description={say('rights.ask.colleague.help')}
        value={search}
        onChange={setSearch}
        {...(error && { error })}
      />
      {colleagues.isError && <Notice tone="bad" title={say(problemMessage(colleagues.error))} />}
      {people.length > 0 && (
        <ChoiceRows
          label={say('rights.ask.colleague.found')}
          value={value?.id ?? null}
          choices={people.map(({ id, name, jobTitle, organisation }) => ({
            id,
            name: [name, jobTitle, organisation.name].filter(Boolean).join(' · '),
          }))}
          onChange={(id) => onChange(people.find((person) => person.id === id) ?? null)}
        />
      )}
      {value && (
        <p role="status">
          {label}: <strong>{value.name}</strong>
        </p>
      )}
      {wanted && colleagues.data && !colleagues.isPlaceholderData && people.length === 0 && (
        <p role="status" className={page.soft}>
          {say('rights.ask.colleague.none')}
        </p>
      )}
    </>
  );
}
