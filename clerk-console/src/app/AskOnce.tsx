import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import type { LucideIcon } from 'lucide-react';
import { useState } from 'react';
import styles from './AskOnce.module.css';

interface AskOnceProps {
  readonly icon: LucideIcon;
  /** What the button says before it is asked. */
  readonly label: string;
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  readonly isPending?: boolean;
  readonly onYes: () => void;
}

/** For what cannot be undone: asks once, in its own place. */
export function AskOnce({ icon, label, question, yes, no, isPending, onYes }: AskOnceProps) {
  const [isAsking, setIsAsking] = useState(false);
  if (!isAsking) {
    return (
      <Button icon={icon} isPending={isPending} onPress={() => setIsAsking(true)}>
        {label}
      </Button>
    );
  }
  return (
    <div className={styles.asking}>
      <p className={styles.question}>{question}</p>
      <Button variant="danger" icon={icon} autoFocus isPending={isPending} onPress={onYes}>
        {yes}
      </Button>
      <Button variant="quiet" onPress={() => setIsAsking(false)}>
        {no}
      </Button>
    </div>
  );
}
