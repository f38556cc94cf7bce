import { CaseOutcome } from '@remote-clerk/shared/contracts/http/service-cases.ts';
import { Label, Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './OutcomeChoice.module.css';

interface OutcomeChoiceProps {
  readonly value: CaseOutcome | null;
  readonly onChange: (outcome: CaseOutcome) => void;
}

/** All outcomes in sight, as one is chosen after every call. */
export function OutcomeChoice({ value, onChange }: OutcomeChoiceProps) {
  const say = useMessages();
  return (
    <RadioGroup
      className={styles.group ?? ''}
      value={value}
      onChange={(chosen) => {
        const outcome = CaseOutcome.safeParse(chosen);
        if (outcome.success) onChange(outcome.data);
      }}
    >
      <Label className={styles.label}>{say('case.outcome')}</Label>
      <div className={styles.choices}>
        {CaseOutcome.options.map((outcome) => (
          <Radio key={outcome} value={outcome} className={styles.choice ?? ''}>
            <span className={styles.dot} aria-hidden="true" />
            {say(`outcome.${outcome}`)}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
