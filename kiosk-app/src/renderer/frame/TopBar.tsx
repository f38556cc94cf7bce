import { LanguageSwitch } from '@remote-clerk/shared/ui/LanguageSwitch.tsx';
import type { TextSize } from '@remote-clerk/shared/ui/UiProvider.tsx';
import { AArrowUp, ArrowDownToLine, Contrast } from 'lucide-react';
import { useMessages } from '../../messages/use-messages.ts';
import { useFlow } from '../kiosk/kiosk-context.tsx';
import { BarButton } from './BarButton.tsx';
import { HelpButton } from './HelpButton.tsx';
import { Mark } from './Mark.tsx';
import styles from './TopBar.module.css';

export interface Sight {
  readonly textSize: TextSize;
  readonly contrast: boolean;
  readonly reach: boolean;
}

interface TopBarProps {
  readonly sight: Sight;
  readonly onSight: (sight: Sight) => void;
  readonly onExit: () => void;
}

export const usualSight: Sight = { textSize: 'normal', contrast: false, reach: false };

const nextTextSize: Readonly<Record<TextSize, TextSize>> = { normal: 'large', large: 'larger', larger: 'normal' };

/** Always there, whatever the screen: where one is, languages, sight and reach, and help. */
export function TopBar({ sight, onSight, onExit }: TopBarProps) {
  const say = useMessages();
  const { view } = useFlow();
  return (
    <header className={styles.bar}>
      <div className={styles.place}>
        <Mark onHeld={onExit} />
        <p className={styles.name}>
          <span>{view?.contactPoint.name ?? say('app.name')}</span>
          {view && <span className={styles.app}>{say('app.name')}</span>}
        </p>
      </div>
      <div className={styles.languages}>
        <LanguageSwitch />
      </div>
      <div className={styles.tools}>
        <BarButton icon={AArrowUp} onPress={() => onSight({ ...sight, textSize: nextTextSize[sight.textSize] })}>
          {say(sight.textSize === 'larger' ? 'bar.textNormal' : 'bar.textSize')}
        </BarButton>
        <BarButton
          icon={Contrast}
          isOn={sight.contrast}
          onPress={() => onSight({ ...sight, contrast: !sight.contrast })}
        >
          {say('bar.contrast')}
        </BarButton>
        <BarButton icon={ArrowDownToLine} isOn={sight.reach} onPress={() => onSight({ ...sight, reach: !sight.reach })}>
          {say('bar.reach')}
        </BarButton>
        <HelpButton />
      </div>
    </header>
  );
}
