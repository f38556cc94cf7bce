import type { CallState } from '@remote-clerk/shared/call/call-state.ts';
import type { KioskConsultation } from '@remote-clerk/shared/contracts/views.ts';
import { useScrolls } from '../../frame/use-scrolls.ts';
import styles from './About.module.css';
import { CallNotes } from './CallNotes.tsx';
import { Who } from './Who.tsx';

interface AboutProps {
  readonly consultation: KioskConsultation;
  readonly call: CallState | null;
  /** Something else needs the place. */
  readonly isShort: boolean;
}

/** Whom one talks with, and how it stands with the call. */
export function About({ consultation, call, isShort }: AboutProps) {
  const { ref, scrolls } = useScrolls();
  return (
    <div ref={ref} className={isShort ? styles.short : styles.about} tabIndex={scrolls ? 0 : undefined}>
      <Who consultation={consultation} isShort={isShort} />
      <CallNotes consultation={consultation} call={call} isShort={isShort} />
    </div>
  );
}
