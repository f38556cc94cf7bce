import { Label, Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import styles from './ChoiceRows.module.css';

interface ChoiceRowsProps<Id extends string> {
  readonly label: string;
  readonly choices: readonly { readonly id: Id; readonly name: string; readonly lang?: string }[];
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
}

/** A few short answers, all in sight, in little room. */
export function ChoiceRows<Id extends string>({ label, choices, value, onChange }: ChoiceRowsProps<Id>) {
  return (
    <RadioGroup
      className={styles.group ?? ''}
      value={value}
      onChange={(key) => {
        const chosen = choices.find(({ id }) => id === key);
        if (chosen) onChange(chosen.id);
      }}
    >
      <Label className={styles.label}>{label}</Label>
      <div className={styles.choices}>
        {choices.map(({ id, name, lang }) => (
          <Radio key={id} value={id} className={styles.choice ?? ''}>
            <span className={styles.dot} aria-hidden="true" />
            <span lang={lang}>{name}</span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
