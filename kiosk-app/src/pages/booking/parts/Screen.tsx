import { ChevronLeft } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useBooking } from '../booking-context.tsx';
import { addressOf, type Place } from '../flow/place.ts';
import styles from './Screen.module.css';

interface ScreenProps {
  readonly title: string;
  readonly lede?: string;
  /** Which of the four steps it is. */
  readonly step?: number;
  readonly back?: Place;
  readonly children: ReactNode;
}

let isFirstScreen = true;

/** One question: its heading takes the focus when the screen comes, so that readers and keyboards begin there. */
export function Screen({ title, lede, step, back, children }: ScreenProps) {
  const { say } = useBooking();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isFirstScreen) heading.current?.focus();
    isFirstScreen = false;
  }, []);
  useEffect(() => {
    document.title = `${title} — ${say('app.name')}`;
  }, [title, say]);
  return (
    <>
      {(back || step) && (
        <div className={styles.above}>
          {back && (
            <a href={addressOf(back)} className={styles.back}>
              <ChevronLeft aria-hidden="true" />
              {say('back')}
            </a>
          )}
          {step && <p className={styles.step}>{say('step', { current: step })}</p>}
        </div>
      )}
      <h1 ref={heading} tabIndex={-1} className={styles.title}>
        {title}
      </h1>
      {lede && <p className={styles.lede}>{lede}</p>}
      {children}
    </>
  );
}
