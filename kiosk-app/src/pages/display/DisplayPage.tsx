import type { DisplayView } from '@remote-clerk/shared/contracts/queue.ts';
import type { Language } from '@remote-clerk/shared/domain/languages.ts';
import { createFormat } from '@remote-clerk/shared/i18n/format.ts';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useWords, type Words } from '../common/use-words.ts';
import { sayFrom } from '../common/words.ts';
import type { Announcer } from './announcer.ts';
import { Controls } from './Controls.tsx';
import { Display } from './Display.tsx';
import styles from './DisplayPage.module.css';
import type { Messages } from './messages/lv.ts';
import { messages } from './messages/messages.ts';
import { newCalls } from './new-calls.ts';
import { poll, type Reading } from './poll.ts';

const words: Words<Messages> = {
  lv: async () => messages.lv,
  en: async () => messages.en,
  ru: async () => messages.ru,
  uk: async () => messages.uk,
};

interface DisplayPageProps {
  readonly language: Language;
  /** @throws ProblemError */
  readonly read: () => Promise<DisplayView>;
  readonly announcer: Pick<Announcer, 'allow' | 'call'>;
}

/** The screen on the waiting room's wall. */
export function DisplayPage({ language: first, read, announcer }: DisplayPageProps) {
  const { language, messages: spoken, setLanguage } = useWords(words, { language: first, messages: messages[first] });
  const [{ view, state }, setReading] = useState<Reading>({ view: null, state: 'starting' });
  const [hasSound, setHasSound] = useState(false);
  const before = useRef<DisplayView | null>(null);
  const say = useMemo(() => sayFrom(spoken), [spoken]);
  const format = useMemo(() => createFormat(language, view?.contactPoint.timeZone), [language, view]);

  useEffect(
    () =>
      poll(
        read,
        (reading) => {
          if (reading.view) for (const call of newCalls(before.current, reading.view)) announcer.call(call);
          before.current = reading.view;
          setReading(reading);
        },
        (run, ms) => {
          const timer = setTimeout(run, ms);
          return () => clearTimeout(timer);
        },
      ),
    [read, announcer],
  );
  const allow = () => {
    announcer.allow();
    setHasSound(true);
  };
  return (
    <div className={styles.page}>
      {state === 'wrong-link' && (
        <main className={styles.message}>
          <h1>{say('link.title')}</h1>
          <p>{say('link.todo')}</p>
        </main>
      )}
      {state !== 'wrong-link' && !view && (
        <main className={styles.message}>
          <h1>{say('starting.words')}</h1>
        </main>
      )}
      {state !== 'wrong-link' && view && <Display view={view} isAway={state === 'away'} say={say} format={format} />}
      <Controls
        say={say}
        language={language}
        onLanguage={(chosen) => void setLanguage(chosen)}
        hasSound={hasSound}
        onSound={allow}
      />
    </div>
  );
}
