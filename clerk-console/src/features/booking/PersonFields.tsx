import { Select } from '@remote-clerk/shared/ui/Select.tsx';
import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './PersonFields.module.css';
import { type Person, wrongFields } from './person.ts';

interface PersonFieldsProps {
  readonly person: Person;
  readonly onChange: (change: Partial<Person>) => void;
  readonly weeks: number;
  readonly onWeeks: (weeks: number) => void;
  /** Somebody has tried to book: what is wrong is said. */
  readonly isTried: boolean;
}

const weekChoices = [1, 2, 3, 4, 5, 6, 8, 10, 12, 26].map(String);

/** Who comes, how to reach them, and how often. */
export function PersonFields({ person, onChange, weeks, onWeeks, isTried }: PersonFieldsProps) {
  const say = useMessages();
  const wrong = wrongFields(person);
  const error = (field: 'name' | 'email' | 'phone') =>
    isTried && wrong.has(field) ? say(`booking.${field}.wrong`) : undefined;
  return (
    <div className={styles.fields}>
      <div className={styles.whole} data-field="name">
        <TextField
          label={say('booking.name')}
          autoComplete="off"
          maxLength={120}
          value={person.name}
          onChange={(name) => onChange({ name })}
          error={error('name')}
        />
      </div>
      <TextField
        label={say('booking.email')}
        type="email"
        autoComplete="off"
        value={person.email}
        onChange={(email) => onChange({ email })}
        error={error('email')}
      />
      <TextField
        label={say('booking.phone')}
        type="tel"
        autoComplete="off"
        value={person.phone}
        onChange={(phone) => onChange({ phone })}
        error={error('phone')}
      />
      {!person.email && !person.phone && <p className={styles.hint}>{say('booking.reach')}</p>}
      <TextField
        label={say('booking.note')}
        isOptional
        autoComplete="off"
        maxLength={1000}
        value={person.note}
        onChange={(note) => onChange({ note })}
      />
      <Select
        label={say('booking.repeat')}
        items={weekChoices.map((id) => ({ id, label: say('booking.weeks', { weeks: Number(id) }) }))}
        value={String(weeks)}
        onChange={(id) => onWeeks(Number(id))}
      />
    </div>
  );
}
