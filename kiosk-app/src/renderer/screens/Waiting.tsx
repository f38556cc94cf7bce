import type { KioskConsultation } from '@remote-clerk/shared/contracts/views.ts';
import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { VideoTile } from '@remote-clerk/shared/ui/VideoTile.tsx';
import { CalendarClock, DoorOpen, EyeOff, Ticket, Volume2 } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Screen } from '../frame/Screen.tsx';
import { useFlow, useParts, useStore } from '../kiosk/kiosk-context.tsx';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { Fact, Facts } from './Facts.tsx';
import { PlaceInLine } from './PlaceInLine.tsx';
import { TicketFailure } from './TicketFailure.tsx';
import { useWaitWords } from './use-wait-words.ts';
import styles from './Waiting.module.css';

/** In the line: the place, how long, what to have ready, and that nobody sees or hears yet. */
export function Waiting({ consultation }: { readonly consultation: KioskConsultation }) {
  const say = useMessages();
  const { language } = useLanguage();
  const { kiosk, devices, services: offered } = useParts();
  const { picture } = useStore(devices);
  const { waitsAgain, server, takingTicket } = useFlow();
  const [isLeaving, setIsLeaving] = useState(false);
  const waitWords = useWaitWords();
  const { services } = useStore(offered);

  const { place, wait, service, institution } = consultation;
  const offeredService = services?.find(({ id }) => id === service.id);
  const bring = offeredService?.bring?.[language];
  const isRinging = consultation.state === 'offered';
  const estimate = isRinging
    ? say('waiting.ringingWords')
    : wait
      ? say('wait.toWait', { wait: waitWords(wait) })
      : say('waiting.noEstimate');
  const question = isRinging ? 'waiting.ringing' : place === 1 ? 'waiting.next' : 'waiting.question';
  return (
    <Screen
      name="waiting"
      question={say(question)}
      info={<PlaceInLine place={place} estimate={estimate} />}
      back={
        <Button icon={DoorOpen} onPress={() => setIsLeaving(true)}>
          {say('waiting.leave')}
        </Button>
      }
    >
      {server === 'away' && <Notice tone="warn" title={say('away.title')} doing={say('waiting.awayDoing')} />}
      {waitsAgain && <Notice tone="warn" title={say('waiting.again')} doing={say('waiting.againDoing')} />}
      {!consultation.room && (
        <Notice
          tone="warn"
          title={say('waiting.noMedia')}
          doing={say('waiting.noMediaDoing')}
          todo={say('waiting.noMediaTodo')}
        />
      )}
      <Facts>
        <Fact term={say('meeting.specialistOf')} isMain>
          {institution.name[language]}
        </Fact>
        <Fact term={say('meeting.about')}>{service.name[language]}</Fact>
        {consultation.identity === 'needed' && (
          <Fact term={say('identity.needed')}>{say('identity.showDocument')}</Fact>
        )}
        {bring && <Fact term={say('waiting.bring')}>{bring}</Fact>}
      </Facts>
      <div className={styles.meanwhile}>
        <div className={styles.self}>
          <VideoTile
            stream={picture}
            name={say('call.self')}
            isMirrored
            isMuted
            placeholder={picture ? undefined : say('call.noCamera')}
          />
        </div>
        <ul className={styles.assurances}>
          <li>
            <EyeOff aria-hidden="true" /> <span>{say('waiting.hidden')}</span>
          </li>
          <li>
            <Volume2 aria-hidden="true" /> <span>{say('waiting.stay')}</span>
          </li>
        </ul>
      </div>
      {!isRinging && (
        <section className={styles.instead}>
          {takingTicket.state === 'failed' && <TicketFailure problem={takingTicket.problem} />}
          <div className={styles.others}>
            {offeredService?.bookable && (
              <Button
                variant="quiet"
                icon={CalendarClock}
                onPress={() => kiosk.dispatch({ kind: 'booking.wanted', serviceId: service.id })}
              >
                {say('ways.book')}
              </Button>
            )}
            <Button
              variant="quiet"
              icon={Ticket}
              isPending={takingTicket.state === 'asking'}
              pendingLabel={say('ticket.pending')}
              onPress={() => void kiosk.queue.takeTicket({ serviceId: service.id, language: consultation.language })}
            >
              {say('ways.ticket')}
            </Button>
          </div>
          <p className={styles.kept}>{say('waiting.instead')}</p>
        </section>
      )}
      <ConfirmDialog
        isOpen={isLeaving}
        title={say('leave.question')}
        words={say('leave.words')}
        stay={say('leave.stay')}
        go={say('leave.go')}
        onStay={() => setIsLeaving(false)}
        onGo={() => void kiosk.end()}
      />
    </Screen>
  );
}
