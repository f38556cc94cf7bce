import { Time } from '@internationalized/date';
import fieldStyles from '@remote-clerk/shared/ui/Field.module.css';
import { FieldFrame, type FieldProps } from '@remote-clerk/shared/ui/Field.tsx';
import { DateInput, DateSegment, TimeField } from 'react-aria-components/TimeField';
import styles from './DayField.module.css';

interface ClockFieldProps extends FieldProps {
  /** Minutes since midnight; null while it is not all typed. */
  readonly value: number | null;
  readonly onChange: (minutes: number | null) => void;
}

/** A time on the wall clock, with 24 hours. The day's end is typed as midnight. */
export function ClockField({ value, onChange, ...frame }: ClockFieldProps) {
  return (
    <TimeField
      className={fieldStyles.field ?? ''}
      value={value === null ? null : new Time(Math.floor(value / 60) % 24, value % 60)}
      hourCycle={24}
      shouldForceLeadingZeros
      isInvalid={frame.error !== undefined}
      onChange={(time) => onChange(time && time.hour * 60 + time.minute)}
    >
      <FieldFrame {...frame}>
        <DateInput className={`${fieldStyles.box} ${styles.input}`}>
          {(segment) => <DateSegment segment={segment} className={styles.segment ?? ''} />}
        </DateInput>
      </FieldFrame>
    </TimeField>
  );
}
