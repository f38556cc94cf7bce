import { useFormat, useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { PhoneCall, ShieldCheck } from 'lucide-react';
import { useMessages } from '../../../messages/use-messages.ts';
import type { Result } from '../../flow/result.ts';
import { Screen } from '../../frame/Screen.tsx';
import { useFlow, useParts } from '../../kiosk/kiosk-context.tsx';
import { AskFailure } from '../AskFailure.tsx';
import { Closes } from '../Closes.tsx';
import { Fact, Facts } from '../Facts.tsx';
import { NumberCard } from '../NumberCard.tsx';
import { useClosing } from '../use-closing.ts';
import { WhatFollows } from '../WhatFollows.tsx';
import styles from './Arrived.module.css';

type Arrival = Extract<Result, { kind: 'arrived' }>;

const secondsShown = 30;

/** Checked in: begins at once where somebody is free, otherwise the number that will be called. */
export function Arrived({ result }: { readonly result: Arrival }) {
  return result.canBegin ? <Ready result={result} /> : <ToBeCalled result={result} />;
}

function Ready({ result }: { readonly result: Arrival }) {
  const say = useMessages();
  const { kiosk } = useParts();
  const { asking } = useFlow();
  return (
    <Screen
      name="arrived"
      question={say(`arrived.${result.arrival}`)}
      lede={say('arrived.ready')}
      info={<AppointmentFacts result={result} />}
      back={<Button onPress={() => void kiosk.wipe()}>{say('idle.finish')}</Button>}
      onward={
        <Button
          variant="primary"
          icon={PhoneCall}
          isPending={asking.state === 'asking'}
          pendingLabel={say('ask.pending')}
          onPress={() => void kiosk.queue.begin(result.ticket)}
        >
          {say('arrived.begin')}
        </Button>
      }
    >
      {asking.state === 'failed' && <AskFailure problem={asking.problem} />}
      <p className={styles.privacy}>
        <ShieldCheck aria-hidden="true" /> <span>{say('called.privacy')}</span>
      </p>
    </Screen>
  );
}

function ToBeCalled({ result }: { readonly result: Arrival }) {
  const say = useMessages();
  const format = useFormat();
  const { seconds, close } = useClosing(secondsShown);
  const time = format.time(result.appointment.startsAt);
  return (
    <Screen
      name="arrived"
      question={say(`arrived.${result.arrival}`)}
      lede={say(`arrived.${result.arrival}Words`, { time })}
      info={<NumberCard label={say('ticket.question')} number={result.ticket.number} />}
      back={<Closes seconds={seconds} />}
      onward={
        <Button variant="primary" onPress={close}>
          {say('goodbye.finish')}
        </Button>
      }
    >
      <WhatFollows ticket={result.ticket}>{say('ticket.sit')}</WhatFollows>
      <AppointmentFacts result={result} />
    </Screen>
  );
}

function AppointmentFacts({ result: { appointment } }: { readonly result: Arrival }) {
  const say = useMessages();
  const format = useFormat();
  const { language } = useLanguage();
  return (
    <Facts>
      <Fact term={say('meeting.specialistOf')} isMain>
        {appointment.institution.name[language]}
      </Fact>
      <Fact term={say('meeting.about')}>{appointment.service.name[language]}</Fact>
      <Fact term={say('arrived.time')}>{format.time(appointment.startsAt)}</Fact>
      {appointment.service.bring && <Fact term={say('meeting.bring')}>{appointment.service.bring[language]}</Fact>}
    </Facts>
  );
}
