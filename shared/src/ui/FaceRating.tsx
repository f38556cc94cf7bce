import { Angry, Annoyed, Frown, Laugh, Smile } from 'lucide-react';
import { Label, Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { useCommonMessages } from '../i18n/use-messages.ts';
import styles from './FaceRating.module.css';

const steps = [
  { value: 1, Icon: Angry },
  { value: 2, Icon: Frown },
  { value: 3, Icon: Annoyed },
  { value: 4, Icon: Smile },
  { value: 5, Icon: Laugh },
] as const;

export type Rating = (typeof steps)[number]['value'];

interface FaceRatingProps {
  /** The question. Where a heading asks it already, hide it from the eye. */
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: Rating | null;
  readonly onChange: (rating: Rating) => void;
}

/** From 1, very poor, to 5, very good: a face and a word for each. */
export function FaceRating({ label, isLabelHidden, value, onChange }: FaceRatingProps) {
  const say = useCommonMessages();
  return (
    <RadioGroup
      className={styles.group ?? ''}
      orientation="horizontal"
      value={value === null ? null : String(value)}
      onChange={(key) => {
        const chosen = steps.find((step) => String(step.value) === key);
        if (chosen) onChange(chosen.value);
      }}
    >
      <Label className={isLabelHidden ? 'visually-hidden' : styles.label}>{label}</Label>
      <div className={styles.faces}>
        {steps.map((step) => (
          <Radio key={step.value} value={String(step.value)} className={styles.face ?? ''}>
            <step.Icon aria-hidden="true" />
            {say(`rating.${step.value}`)}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
