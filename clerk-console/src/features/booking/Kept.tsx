import type { Appointment } from '@remote-clerk/shared/contracts/appointments.ts';
import { useFormat, useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { useNow } from '@remote-clerk/shared/ui/use-now.ts';
import { CalendarClock, RotateCcw } from 'lucide-react';
import { useConsole } from '../../app/context.ts';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './Kept.module.css';

interface KeptProps {
  readonly held: Appointment;
  /** The server said that it is over. */
  readonly isRefused: boolean;
  readonly isPending: boolean;
  readonly onAgain: () => void;
  readonly onOther: () => void;
}

/** The time that is kept while somebody types, and for how long still. */
export function Kept({ held, isRefused, isPending, onAgain, onOther }: KeptProps) {
  const say = useMessages();
  const format = useFormat();
  const { language } = useLanguage();
  const { clock } = useConsole();
  const now = useNow();
  const seconds = held.heldUntil ? Math.ceil((Date.parse(clock.toLocal(held.heldUntil)) - now) / 1000) : 0;
  const isOver = isRefused || seconds <= 0;
  return (
    <div className={styles.kept}>
      <div className={styles.row}>
        <div>
          <p className={styles.time}>{format.dateTime(held.startsAt)}</p>
          <p className={styles.facts}>
            {[
              held.contactPoint?.name ?? say('channel.telephone'),
              held.specialist.name,
              held.institution.name[language],
            ].join(' · ')}
          </p>
        </div>
        <Button icon={CalendarClock} onPress={onOther}>
          {say('booking.other-time')}
        </Button>
      </div>
      {isOver ? (
        <Notice
          tone="warn"
          title={say('booking.hold-over')}
          todo={say('booking.hold-over.todo')}
          actions={
            <Button icon={RotateCcw} autoFocus={isRefused} isPending={isPending} onPress={onAgain}>
              {say('booking.hold-again', { time: format.time(held.startsAt) })}
            </Button>
          }
        />
      ) : (
        <p className={styles.left} role="timer" aria-live="off">
          {say('booking.kept-for', { time: format.stopwatch(seconds) })}
        </p>
      )}
    </div>
  );
}
