import { type CalendarDate, parseDate } from '@internationalized/date';
import { PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import fieldStyles from '@remote-clerk/shared/ui/Field.module.css';
import { FieldFrame, type FieldProps } from '@remote-clerk/shared/ui/Field.tsx';
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DatePicker,
  DateSegment,
  Group,
  Popover,
} from 'react-aria-components/DatePicker';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import styles from './DayField.module.css';

interface DayFieldProps extends FieldProps {
  /** What it begins with; give the field another key to begin anew. */
  readonly initial: PlainDate | null;
  /** Null while what is typed is no day that calendars here speak of. */
  readonly onChange: (date: PlainDate | null) => void;
}

/** A day, typed part by part or chosen from a month. */
export function DayField({ initial, onChange, ...frame }: DayFieldProps) {
  // Kept as it is typed: on the way to 2027 the year is 2, 20 and 202.
  const [typed, setTyped] = useState<CalendarDate | null>(initial && parseDate(initial));
  return (
    <DatePicker
      className={fieldStyles.field ?? ''}
      value={typed}
      isInvalid={frame.error !== undefined}
      shouldForceLeadingZeros
      onChange={(date) => {
        setTyped(date);
        onChange(PlainDate.safeParse(date?.toString()).data ?? null);
      }}
    >
      <FieldFrame {...frame}>
        <Group className={fieldStyles.box ?? ''}>
          <DateInput className={styles.input ?? ''}>
            {(segment) => <DateSegment segment={segment} className={styles.segment ?? ''} />}
          </DateInput>
          <Button className={styles.button ?? ''}>
            <CalendarDays aria-hidden="true" />
          </Button>
        </Group>
      </FieldFrame>
      <Popover className={styles.popover ?? ''} offset={4}>
        <Dialog className={styles.dialog ?? ''}>
          <Calendar>
            <header className={styles.head}>
              <Button slot="previous" className={styles.button ?? ''}>
                <ChevronLeft aria-hidden="true" />
              </Button>
              <Heading className={styles.month ?? ''} />
              <Button slot="next" className={styles.button ?? ''}>
                <ChevronRight aria-hidden="true" />
              </Button>
            </header>
            <CalendarGrid className={styles.grid ?? ''}>
              {(date) => <CalendarCell date={date} className={styles.cell ?? ''} />}
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
}
