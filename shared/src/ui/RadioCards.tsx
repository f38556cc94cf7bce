import { Check, type LucideIcon } from 'lucide-react';
import { Label, Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { classNames } from './class-names.ts';
import styles from './RadioCards.module.css';

interface Choice<Id extends string> {
  readonly id: Id;
  readonly title: string;
  readonly description?: string;
  readonly icon?: LucideIcon;
  /** When its words are not in the language of the screen. */
  readonly lang?: string;
  readonly isDisabled?: boolean;
}

interface RadioCardsProps<Id extends string> {
  /** The question. Where a heading asks it already, hide it from the eye. */
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly choices: readonly Choice<Id>[];
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
  /** One below the other rather than side by side. */
  readonly isSingleColumn?: boolean;
}

/** A question's answers as large cards. */
export function RadioCards<Id extends string>(props: RadioCardsProps<Id>) {
  const { label, isLabelHidden, choices, value, onChange, isSingleColumn } = props;
  return (
    <RadioGroup
      className={classNames(styles.group)}
      value={value}
      onChange={(key) => {
        const chosen = choices.find(({ id }) => id === key);
        if (chosen) onChange(chosen.id);
      }}
    >
      <Label className={isLabelHidden ? 'visually-hidden' : styles.label}>{label}</Label>
      <div className={classNames(styles.cards, isSingleColumn && styles.single)}>
        {choices.map(({ id, title, description, icon: Icon, lang, isDisabled }) => (
          <Radio key={id} value={id} isDisabled={isDisabled} className={classNames(styles.card)}>
            {Icon && <Icon aria-hidden="true" />}
            <span className={styles.words} lang={lang}>
              <span className={styles.title}>{title}</span>
              {description && <span className={styles.description}>{description}</span>}
            </span>
            <span className={styles.dot}>
              <Check aria-hidden="true" />
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
