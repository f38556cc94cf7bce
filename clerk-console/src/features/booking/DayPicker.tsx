import { type CalendarDate, parseDate } from '@internationalized/date';
import { PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Calendar, CalendarCell, CalendarGrid, Heading } from 'react-aria-components/Calendar';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './DayPicker.module.css';
import { wholeDay } from './day-words.ts';

interface DayPickerProps {
  readonly today: PlainDate;
  readonly value: PlainDate;
  readonly onChange: (day: PlainDate) => void;
}

/** Which day's appointments are shown. */
export function DayPicker({ today, value, onChange }: DayPickerProps) {
  const say = useMessages();
  const { language } = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  const choose = (date: CalendarDate) => {
    onChange(PlainDate.parse(date.toString()));
    setIsOpen(false);
  };
  const name = wholeDay(value, language);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
      <Button className={styles.button ?? ''}>
        <CalendarDays aria-hidden="true" />
        {value === today ? say('appointments.today', { day: name }) : name}
      </Button>
      <Popover className={styles.popover ?? ''} offset={4}>
        <Dialog aria-label={say('appointments.day.choose')} className={styles.dialog ?? ''}>
          <Calendar
            aria-label={say('appointments.day.choose')}
            value={parseDate(value)}
            onChange={choose}
            minValue={parseDate('2020-01-01')}
            maxValue={parseDate('2099-12-31')}
          >
            <header className={styles.head}>
              <Button slot="previous" className={styles.turn ?? ''}>
                <ChevronLeft aria-hidden="true" />
              </Button>
              <Heading className={styles.month} />
              <Button slot="next" className={styles.turn ?? ''}>
                <ChevronRight aria-hidden="true" />
              </Button>
            </header>
            <CalendarGrid className={styles.grid ?? ''}>
              {(date) => <CalendarCell date={date} className={styles.cell ?? ''} />}
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
