import type { KioskConsultation } from '@remote-clerk/shared/contracts/views.ts';
import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { useEffect, useRef } from 'react';
import { useMessages } from '../../../messages/use-messages.ts';
import styles from './Who.module.css';

interface WhoProps {
  readonly consultation: KioskConsultation;
  /** Something else needs the place: it is only read aloud. */
  readonly isShort: boolean;
}

/** Whom one talks with. */
export function Who({ consultation, isShort }: WhoProps) {
  const say = useMessages();
  const { language } = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { specialist, institution } = consultation;
  return (
    <div className={isShort ? 'visually-hidden' : styles.who}>
      <h1 ref={heading} tabIndex={-1} className={styles.name}>
        {specialist?.name ?? say('call.heading')}
      </h1>
      {specialist && <p>{specialist.jobTitle}</p>}
      <p>{institution.name[language]}</p>
    </div>
  );
}
