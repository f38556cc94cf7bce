import type { Language } from '@remote-clerk/shared/domain/languages.ts';
import { classNames } from '@remote-clerk/shared/ui/class-names.ts';
import { Volume2 } from 'lucide-react';
import { Button } from '../common/Button.tsx';
import { Languages } from '../common/Languages.tsx';
import type { Say } from '../common/words.ts';
import styles from './Controls.module.css';
import type { Messages } from './messages/lv.ts';
import { useRecentHand } from './use-recent-hand.ts';

interface ControlsProps {
  readonly say: Say<Messages>;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  readonly hasSound: boolean;
  readonly onSound: () => void;
}

/** For whoever hangs the screen up: out of sight once there is sound and nobody is at it. */
export function Controls({ say, language, onLanguage, hasSound, onSound }: ControlsProps) {
  const isSomebodyThere = useRecentHand();
  const isHidden = hasSound && !isSomebodyThere;
  return (
    <footer className={classNames(styles.controls, isHidden && styles.hidden)}>
      {!hasSound && (
        <>
          <Button icon={Volume2} onClick={onSound}>
            {say('sound.allow')}
          </Button>
          <p className={styles.why}>{say('sound.why')}</p>
        </>
      )}
      <Languages label={say('app.language')} language={language} onChoose={onLanguage} />
    </footer>
  );
}
