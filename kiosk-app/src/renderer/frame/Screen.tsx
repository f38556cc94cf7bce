import { ProgressSteps } from '@remote-clerk/shared/ui/ProgressSteps.tsx';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Screen as ScreenName } from '../flow/screen.ts';
import styles from './Screen.module.css';
import { useScrolls } from './use-scrolls.ts';

/** The questions that are counted, on the way to a talk and to a booking. */
const paths: readonly (readonly ScreenName[])[] = [
  ['language', 'purpose', 'service', 'meeting', 'device-check'],
  ['book-day', 'book-time', 'book-name', 'book-contact'],
];

interface ScreenProps {
  readonly name: ScreenName;
  /** The one question of the screen, or the one sentence. */
  readonly question: ReactNode;
  readonly lede?: ReactNode;
  /** What is only read: in reach mode it stays in the upper half with the question. */
  readonly info?: ReactNode;
  /** What is touched. */
  readonly children?: ReactNode;
  /** What is touched needs most of a wide screen. */
  readonly isFull?: boolean;
  /** Always in the same place: back at the start, onward at the end. */
  readonly back?: ReactNode;
  readonly onward?: ReactNode;
}

/** One question a screen: what is read above, what is touched below, the way back and onward at the bottom. */
export function Screen({ name, question, lede, info, children, isFull, back, onward }: ScreenProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { ref: body, scrolls } = useScrolls();
  const path = paths.find((questions) => questions.includes(name));
  return (
    <main data-screen={name} className={styles.screen}>
      <div className={styles.upper}>
        {path && <ProgressSteps current={path.indexOf(name) + 1} total={path.length} />}
        <h1 ref={heading} tabIndex={-1} className={styles.question}>
          {question}
        </h1>
        {lede && <p className={styles.lede}>{lede}</p>}
        {info}
      </div>
      <div className={isFull ? styles.full : styles.lower}>
        <div ref={body} className={styles.body} tabIndex={scrolls ? 0 : undefined}>
          {children}
        </div>
        {(back || onward) && (
          <div className={styles.ways}>
            <div>{back}</div>
            <div>{onward}</div>
          </div>
        )}
      </div>
    </main>
  );
}
