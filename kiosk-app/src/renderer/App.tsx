import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { UiProvider } from '@remote-clerk/shared/ui/UiProvider.tsx';
import type { i18n } from 'i18next';
import { useEffect, useState } from 'react';
import { HEARTBEAT_INTERVAL_MS } from '../bridge/bridge.ts';
import styles from './App.module.css';
import { mayBeForgotten, screenOf } from './flow/screen.ts';
import { Announcer } from './frame/Announcer.tsx';
import { ExitDialog } from './frame/ExitDialog.tsx';
import { type Sight, TopBar, usualSight } from './frame/TopBar.tsx';
import { useScreenSounds } from './frame/use-screen-sounds.ts';
import { IdleWatch } from './idle/IdleWatch.tsx';
import { useFlow, useParts } from './kiosk/kiosk-context.tsx';
import { CurrentScreen } from './screens/CurrentScreen.tsx';

/** The whole kiosk: the bar that is always there, and the one screen that is due. */
export function App({ i18n }: { readonly i18n: i18n }) {
  const [sight, setSight] = useState(usualSight);
  const { bridge } = useParts();
  useEffect(() => {
    bridge.heartbeat();
    const timer = setInterval(() => bridge.heartbeat(), HEARTBEAT_INTERVAL_MS);
    return () => clearInterval(timer);
  }, [bridge]);
  return (
    <UiProvider i18n={i18n} scale="kiosk" theme={sight.contrast ? 'contrast' : 'light'} textSize={sight.textSize}>
      <Frame sight={sight} onSight={setSight} />
    </UiProvider>
  );
}

function Frame({ sight, onSight }: { readonly sight: Sight; readonly onSight: (sight: Sight) => void }) {
  const [isExiting, setIsExiting] = useState(false);
  const { language } = useLanguage();
  const flow = useFlow();
  const screen = screenOf(flow);
  useScreenSounds(screen);
  // At rest, too, somebody may have gone away from a screen that they had made their own.
  const isChanged = sight !== usualSight || language !== 'lv';
  return (
    <div
      className={styles.frame}
      data-reach={sight.reach ? 'on' : 'off'}
      data-theme={screen === 'call' ? 'dark' : undefined}
    >
      <TopBar sight={sight} onSight={onSight} onExit={() => setIsExiting(true)} />
      <CurrentScreen />
      <Announcer />
      {(mayBeForgotten(flow) || (screen === 'rest' && isChanged)) && <IdleWatch key={screen} />}
      <ExitDialog isOpen={isExiting} onClose={() => setIsExiting(false)} />
    </div>
  );
}
