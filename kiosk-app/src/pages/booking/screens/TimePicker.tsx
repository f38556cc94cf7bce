import type { Slot } from '@remote-clerk/shared/contracts/appointments.ts';
import { type ReactNode, useState } from 'react';
import { Button } from '../../common/Button.tsx';
import { useBooking } from '../booking-context.tsx';
import type { ContactPoint } from '../flow/booking-server.ts';
import { sameClock } from '../flow/calendar.ts';
import { slotDays } from '../flow/slots.ts';
import { isProblem } from '../flow/trouble.ts';
import { type SlotWish, useSlots } from '../flow/use-slots.ts';
import { Notice } from '../parts/Notice.tsx';
import { Taken } from '../parts/Taken.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { SlotDays } from './SlotDays.tsx';
import styles from './TimePicker.module.css';

type Time = Pick<Slot, 'startsAt' | 'contactPointId'>;

interface TimePickerProps {
  readonly wish: SlotWish;
  /** Whose clock is read where a time belongs to no contact point. */
  readonly timeZone: string;
  readonly contactPoints: readonly ContactPoint[];
  /** @throws ProblemError `slot-taken` for a time that is free no more */
  readonly onPick: (time: Time) => Promise<void>;
  /** What to do where nothing is free. */
  readonly otherwise?: ReactNode;
}

/** Free times by day. Who is too late for one is offered the nearest. */
export function TimePicker({ wish, timeZone, contactPoints, onPick, otherwise }: TimePickerProps) {
  const { server, say } = useBooking();
  const { found, isLoading, error, later, reload } = useSlots(server, wish, timeZone);
  const [picking, setPicking] = useState<Time | null>(null);
  const [refusal, setRefusal] = useState<{ time: Time; error: unknown } | null>(null);
  const zoneOf = ({ contactPointId }: Time) =>
    contactPoints.find(({ id }) => id === contactPointId)?.timeZone ?? timeZone;

  const pick = async (time: Time) => {
    if (picking) return;
    setPicking(time);
    setRefusal(null);
    try {
      await onPick(time);
    } catch (error) {
      setRefusal({ time, error });
      if (isProblem(error, 'slot-taken')) reload();
    } finally {
      setPicking(null);
    }
  };

  const slots = found?.slots ?? [];
  const isElsewhere = slots.some((slot) => !sameClock(zoneOf(slot), ownZone(), new Date(slot.startsAt)));
  return (
    <>
      {isElsewhere && <Notice tone="info" title={say('time.zone')} />}
      {refusal &&
        (isProblem(refusal.error, 'slot-taken') ? (
          <Taken
            problem={refusal.error}
            timeZone={zoneOf(refusal.time)}
            isPending={picking !== null}
            onPick={(startsAt) => void pick({ ...refusal.time, startsAt })}
          />
        ) : (
          <Trouble error={refusal.error} onRetry={() => void pick(refusal.time)} />
        ))}
      {found && (
        <SlotDays
          days={slotDays(slots, zoneOf)}
          contactPoints={contactPoints}
          zoneOf={zoneOf}
          picking={picking}
          onPick={(time) => void pick(time)}
        />
      )}
      {found && slots.length === 0 && !later && (
        <Notice tone="info" title={say('time.none')} todo={say('time.noneTodo')} actions={otherwise} />
      )}
      {error !== null && <Trouble error={error} onRetry={reload} />}
      <div className={styles.more} role="status">
        {isLoading && <p>{say('time.loading')}</p>}
        {!isLoading && slots.length > 0 && !later && <p>{say('time.noLater')}</p>}
      </div>
      {later && !isLoading && (
        <div>
          <Button onClick={later}>{say('time.later')}</Button>
        </div>
      )}
    </>
  );
}

const ownZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;
