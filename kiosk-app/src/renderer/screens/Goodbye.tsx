import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { CircleCheck, FileClock } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import type { Receipt } from '../flow/flow.ts';
import { Screen } from '../frame/Screen.tsx';
import { useParts } from '../kiosk/kiosk-context.tsx';
import { Fact, Facts } from './Facts.tsx';
import styles from './Goodbye.module.css';

/** Long enough to write a number down. */
const secondsShown = 30;

/** What was recorded, and that nothing of it stays here; then the page closes by itself. */
export function Goodbye({ receipt }: { readonly receipt: Receipt }) {
  const say = useMessages();
  const { language } = useLanguage();
  const { kiosk } = useParts();
  const [seconds, setSeconds] = useState(secondsShown);
  const close = useEffectEvent(() => void kiosk.wipe());
  useEffect(() => {
    const timer = setInterval(() => setSeconds((left) => Math.max(0, left - 1)), 1000);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (seconds === 0) close();
  }, [seconds]);
  const leftLine = receipt.endReason === 'citizen-left';
  return (
    <Screen
      name="goodbye"
      question={say(leftLine ? 'goodbye.left' : 'goodbye.title')}
      lede={
        <span className={styles.removed}>
          <CircleCheck aria-hidden="true" /> {say('goodbye.removed')}
        </span>
      }
      info={
        <Facts>
          <Fact term={say('goodbye.case')} hint={say('goodbye.caseHint')} isMain>
            <span className={styles.number}>{receipt.caseNumber}</span>
          </Fact>
          <Fact term={say('meeting.about')}>{receipt.service.name[language]}</Fact>
          <Fact term={say('meeting.specialistOf')}>{receipt.institution.name[language]}</Fact>
        </Facts>
      }
      back={<p className={styles.closes}>{say('goodbye.closes', { seconds })}</p>}
      onward={
        <Button variant="primary" onPress={() => void kiosk.wipe()}>
          {say('goodbye.finish')}
        </Button>
      }
    >
      <p className={styles.recorded}>
        <FileClock aria-hidden="true" /> {say(leftLine ? 'goodbye.recordedLeft' : 'goodbye.recorded')}
      </p>
    </Screen>
  );
}
