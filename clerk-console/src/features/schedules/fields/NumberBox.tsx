import fieldStyles from '@remote-clerk/shared/ui/Field.module.css';
import { FieldFrame, type FieldProps } from '@remote-clerk/shared/ui/Field.tsx';
import { Input, NumberField } from 'react-aria-components/NumberField';

interface NumberBoxProps extends FieldProps {
  readonly min: number;
  readonly max: number;
  readonly value: number | null;
  /** Null for an empty box. */
  readonly onChange: (value: number | null) => void;
}

/** A whole number; arrow keys make it larger and smaller. */
export function NumberBox({ min, max, value, onChange, ...frame }: NumberBoxProps) {
  return (
    <NumberField
      className={fieldStyles.field ?? ''}
      minValue={min}
      maxValue={max}
      formatOptions={{ maximumFractionDigits: 0, useGrouping: false }}
      isInvalid={frame.error !== undefined}
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
    >
      <FieldFrame {...frame}>
        <div className={fieldStyles.box}>
          <Input className={fieldStyles.input ?? ''} />
        </div>
      </FieldFrame>
    </NumberField>
  );
}
