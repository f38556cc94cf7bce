import type { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { holdMs } from '@remote-clerk/shared/domain/scheduling/appointment.ts';
import type { Instant } from '@remote-clerk/shared/domain/time.ts';
import { useNow } from '@remote-clerk/shared/ui/use-now.ts';
import { type FormEvent, useRef, useState } from 'react';
import { Button } from '../../common/Button.tsx';
import { useBooking } from '../booking-context.tsx';
import type { Booked } from '../flow/booked.ts';
import { type ContactFaults, checkContact, contactFields, refusedFields } from '../flow/contact.ts';
import type { Held } from '../flow/draft.ts';
import { go } from '../flow/place.ts';
import { isProblem } from '../flow/trouble.ts';
import { ContactFields } from '../parts/ContactFields.tsx';
import { Notice } from '../parts/Notice.tsx';
import { Screen } from '../parts/Screen.tsx';
import { Taken } from '../parts/Taken.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import styles from './Details.module.css';
import { HoldClock } from './HoldClock.tsx';
import { YourChoice } from './YourChoice.tsx';

interface DetailsProps {
  readonly held: Held;
  readonly onBooked: (booked: Booked) => void;
}

/** Who the citizen is, while the time is kept. Whatever happens to the time, what was typed stays. */
export function Details({ held, onBooked }: DetailsProps) {
  const { server, say, bookable, draft, contact, hold } = useBooking();
  const [faults, setFaults] = useState<ContactFaults>({});
  const [error, setError] = useState<unknown>(null);
  const [taken, setTaken] = useState<ProblemError | null>(null);
  const [isPending, setIsPending] = useState(false);
  /** The code of a hold that the server knows no more, whatever this device's clock says. */
  const [lostCode, setLostCode] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const secondsLeft = Math.ceil(Math.min(held.until - useNow(), holdMs) / 1000);
  const isExpired = secondsLeft <= 0 || lostCode === held.code;
  const place = bookable?.contactPoints.find(({ id }) => id === held.contactPointId);

  const show = (found: ContactFaults) => {
    setFaults(found);
    const first = contactFields.find((field) => found[field]);
    if (first) form.current?.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
    return first !== undefined;
  };
  const run = async (work: () => Promise<unknown>) => {
    if (isPending) return;
    setIsPending(true);
    setError(null);
    setTaken(null);
    try {
      await work();
    } catch (problem) {
      const isTaken = isProblem(problem, 'slot-taken');
      if (isTaken) setTaken(problem);
      if (isTaken || isProblem(problem, 'hold-expired') || isProblem(problem, 'not-found')) setLostCode(held.code);
      else if (!isProblem(problem, 'invalid-request') || !show(refusedFields(problem.fields))) setError(problem);
    } finally {
      setIsPending(false);
    }
  };
  const keep = (startsAt: Instant) => void run(() => hold({ ...held, startsAt }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const checked = checkContact(contact, draft.channel);
    if ('faults' in checked) return show(checked.faults);
    setFaults({});
    const { citizen } = checked;
    return run(async () => {
      const { code } = isExpired ? await hold(held) : held;
      onBooked({ appointment: await server.confirm({ code, citizen }), email: citizen.email });
    });
  };
  return (
    <Screen title={say('details.question')} step={4} back="time">
      <YourChoice held={held} />
      {taken && (
        <Taken problem={taken} timeZone={place?.timeZone ?? 'Europe/Riga'} isPending={isPending} onPick={keep} />
      )}
      {isExpired && (
        <Notice
          tone="warn"
          title={say('details.expired')}
          todo={say('details.expiredTodo')}
          actions={
            <>
              {!taken && (
                <Button isPending={isPending} onClick={() => keep(held.startsAt)}>
                  {say('details.holdAgain')}
                </Button>
              )}
              <Button onClick={() => go('time')}>{say('details.otherTime')}</Button>
            </>
          }
        />
      )}
      {!isExpired && <HoldClock secondsLeft={secondsLeft} isPending={isPending} onExtend={() => keep(held.startsAt)} />}
      <form ref={form} noValidate className={styles.form} onSubmit={submit}>
        <ContactFields faults={faults} />
        {error !== null && <Trouble error={error} />}
        <div>
          <Button type="submit" variant="primary" isPending={isPending}>
            {say(isPending ? 'loading' : 'details.submit')}
          </Button>
        </div>
      </form>
    </Screen>
  );
}
