import type { OwnTicket } from '@remote-clerk/shared/contracts/queue.ts';
import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { useMessages } from '../../messages/use-messages.ts';
import { Screen } from '../frame/Screen.tsx';
import { Closes } from './Closes.tsx';
import { Fact, Facts } from './Facts.tsx';
import { NumberCard } from './NumberCard.tsx';
import { useClosing } from './use-closing.ts';
import { WhatFollows } from './WhatFollows.tsx';

/** Long enough to remember a number; then the kiosk is free for the next. */
const secondsShown = 20;

export function TicketTaken({ ticket }: { readonly ticket: OwnTicket }) {
  const say = useMessages();
  const { language } = useLanguage();
  const { seconds, close } = useClosing(secondsShown);
  return (
    <Screen
      name="ticket"
      question={say('ticket.question')}
      lede={say('ticket.remember')}
      info={<NumberCard number={ticket.number} />}
      back={<Closes seconds={seconds} />}
      onward={
        <Button variant="primary" onPress={close}>
          {say('goodbye.finish')}
        </Button>
      }
    >
      <WhatFollows ticket={ticket}>{say('ticket.sit')}</WhatFollows>
      <Facts>
        <Fact term={say('meeting.specialistOf')}>{ticket.institution.name[language]}</Fact>
        <Fact term={say('meeting.about')}>{ticket.service.name[language]}</Fact>
      </Facts>
    </Screen>
  );
}
