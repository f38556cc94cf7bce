import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { CalendarPlus, CircleQuestionMark, type LucideIcon, Monitor, Ticket } from 'lucide-react';
import { useMessages } from '../../messages/use-messages.ts';
import { situationOf, talkLanguage, type Way, waysFor } from '../flow/services.ts';
import { BackButton } from '../frame/BackButton.tsx';
import { Screen } from '../frame/Screen.tsx';
import { useFlow, useParts } from '../kiosk/kiosk-context.tsx';
import { ChoiceCard } from './ChoiceCard.tsx';
import styles from './ChooseWay.module.css';
import cards from './cards.module.css';
import { Fact, Facts } from './Facts.tsx';
import { TicketFailure } from './TicketFailure.tsx';
import { useChosenService } from './use-chosen-service.ts';
import { useOpensWords } from './use-opens-words.ts';
import { useTimeZone } from './use-time-zone.ts';
import { useWaitWords } from './use-wait-words.ts';

const icons: Readonly<Record<Way, LucideIcon>> = { wait: Monitor, ticket: Ticket, book: CalendarPlus };

/** Before anyone waits long, or in vain: how long it is, and what there is instead. */
export function ChooseWay() {
  const say = useMessages();
  const { language } = useLanguage();
  const { kiosk } = useParts();
  const { takingTicket } = useFlow();
  const timeZone = useTimeZone();
  const waitWords = useWaitWords();
  const opensWords = useOpensWords();
  const { service, isGone } = useChosenService();

  const situation = service ? situationOf(service) : 'short';
  const ways = service ? waysFor(service, Date.now(), timeZone) : [];
  const take: Readonly<Record<Way, () => void>> = {
    wait: () => kiosk.dispatch({ kind: 'wait.chosen' }),
    ticket: () =>
      service && void kiosk.queue.takeTicket({ serviceId: service.id, language: talkLanguage(service, language) }),
    book: () => service && kiosk.dispatch({ kind: 'booking.wanted', serviceId: service.id }),
  };
  const howLong = service?.opensAt
    ? opensWords(service.opensAt)
    : service?.wait
      ? say('wait.toWait', { wait: waitWords(service.wait) })
      : say('ways.nobodyWords');
  return (
    <Screen
      name="ways"
      question={say(`ways.${situation}`)}
      lede={service && <strong className={styles.howLong}>{howLong}</strong>}
      info={
        service && (
          <Facts>
            <Fact term={say('meeting.about')}>{service.name[language]}</Fact>
            <Fact term={say('meeting.specialistOf')}>{service.institution.name[language]}</Fact>
          </Facts>
        )
      }
      back={<BackButton onPress={() => void kiosk.back()} />}
    >
      {isGone && <Notice tone="warn" title={say('meeting.gone')} todo={say('meeting.goneTodo')} />}
      {takingTicket.state === 'failed' && <TicketFailure problem={takingTicket.problem} />}
      <ul className={`${cards.cards} ${cards.single}`}>
        {ways.map((way) => (
          <li key={way}>
            <ChoiceCard
              icon={icons[way]}
              title={say(way === 'ticket' && takingTicket.state === 'asking' ? 'ticket.pending' : `ways.${way}`)}
              hint={say(`ways.${way}Hint`)}
              onPress={take[way]}
            />
          </li>
        ))}
      </ul>
      {service && ways.length === 0 && (
        <Notice
          tone="info"
          title={say('ways.none')}
          todo={say('ways.noneTodo')}
          actions={
            <Button icon={CircleQuestionMark} onPress={() => void kiosk.requestHelp()}>
              {say('staff.call')}
            </Button>
          }
        />
      )}
    </Screen>
  );
}
