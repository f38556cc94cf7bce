import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { CircleCheck, FileClock } from 'lucide-react';
import { useMessages } from '../../messages/use-messages.ts';
import type { Receipt } from '../flow/flow.ts';
import { Screen } from '../frame/Screen.tsx';
import { Closes } from './Closes.tsx';
import { Fact, Facts } from './Facts.tsx';
import styles from './Goodbye.module.css';
import { NumberCard } from './NumberCard.tsx';
import { useClosing } from './use-closing.ts';
import { WhatFollows } from './WhatFollows.tsx';

/** Long enough to write a number down. */
const secondsShown = 30;

/** What was recorded, and that nothing of it stays here; then the page closes by itself. */
export function Goodbye({ receipt }: { readonly receipt: Receipt }) {
  const say = useMessages();
  const { language } = useLanguage();
  const { seconds, close } = useClosing(secondsShown);
  const leftLine = receipt.endReason === 'citizen-left';
  const { next } = receipt;
  const title = next
    ? say('goodbye.next', { institution: next.institution.code, number: next.number })
    : say(leftLine ? 'goodbye.left' : 'goodbye.title');
  return (
    <Screen
      name="goodbye"
      question={title}
      lede={
        <span className={styles.removed}>
          <CircleCheck aria-hidden="true" /> {say('goodbye.removed')}
        </span>
      }
      info={
        <>
          {next && <NumberCard label={say('ticket.question')} number={next.number} />}
          <Facts>
            <Fact term={say('goodbye.case')} hint={say('goodbye.caseHint')} isMain>
              <span className={styles.number}>{receipt.caseNumber}</span>
            </Fact>
            <Fact term={say('meeting.about')}>{receipt.service.name[language]}</Fact>
            <Fact term={say('meeting.specialistOf')}>{receipt.institution.name[language]}</Fact>
          </Facts>
        </>
      }
      back={<Closes seconds={seconds} />}
      onward={
        <Button variant="primary" onPress={close}>
          {say('goodbye.finish')}
        </Button>
      }
    >
      {next && <WhatFollows ticket={next}>{say('goodbye.nextWords')}</WhatFollows>}
      <p className={styles.recorded}>
        <FileClock aria-hidden="true" /> {say(leftLine ? 'goodbye.recordedLeft' : 'goodbye.recorded')}
      </p>
    </Screen>
  );
}
