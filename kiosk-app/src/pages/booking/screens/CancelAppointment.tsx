import { useEffect, useRef, useState } from 'react';
import { Button } from '../../common/Button.tsx';
import { useBooking } from '../booking-context.tsx';
import styles from './CancelAppointment.module.css';

/** Asks once: the time may be somebody else's a moment later. */
export function CancelAppointment({
  isPending,
  onCancel,
}: {
  readonly isPending: boolean;
  readonly onCancel: () => void;
}) {
  const { say } = useBooking();
  const [isAsking, setIsAsking] = useState(false);
  const question = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (isAsking) question.current?.focus();
  }, [isAsking]);
  if (!isAsking) return <Button onClick={() => setIsAsking(true)}>{say('own.cancel')}</Button>;
  return (
    <fieldset ref={question} tabIndex={-1} className={styles.question}>
      <legend className="visually-hidden">{say('own.cancelAsk')}</legend>
      <p aria-hidden="true">{say('own.cancelAsk')}</p>
      <Button variant="danger" isPending={isPending} onClick={onCancel}>
        {say('own.cancelYes')}
      </Button>
      <Button onClick={() => setIsAsking(false)}>{say('own.cancelNo')}</Button>
    </fieldset>
  );
}
