import { ProgressSteps } from '@remote-clerk/shared/ui/ProgressSteps.tsx';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Screen as ScreenName } from '../flow/screen.ts';
import styles from './Screen.module.css';
import { useScrolls } from './use-scrolls.ts';

/** The four questions that are counted. */
const counted: readonly ScreenName[] = ['language', 'service', 'meeting', 'device-check'];

interface ScreenProps {
  readonly name: ScreenName;
  /** The one question of the screen, or the one sentence. */
  readonly question: string;
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
  const step = counted.indexOf(name) + 1;
  return (
    <main data-screen={name} className={styles.screen}>
      <div className={styles.upper}>
        {step > 0 && <ProgressSteps current={step} total={counted.length} />}
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
