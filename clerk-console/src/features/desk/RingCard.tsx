import type { Ring } from '@remote-clerk/shared/contracts/views.ts';
import { defaultPatience } from '@remote-clerk/shared/domain/consultation.ts';
import { millisecondsBetween } from '@remote-clerk/shared/domain/time.ts';
import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Countdown } from '@remote-clerk/shared/ui/Countdown.tsx';
import { useShortcut } from '@remote-clerk/shared/ui/shortcuts.ts';
import { Phone, PhoneOff } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { useConsole } from '../../app/context.ts';
import { useStore } from '../../app/use-store.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useCallContext } from '../call/call-context.ts';
import styles from './RingCard.module.css';
import { TicketFacts } from './TicketFacts.tsx';
import { WaitingFacts } from './WaitingFacts.tsx';

/** Someone is calling: unmistakable, never in the way. */
export function RingCard({ ring }: { readonly ring: Ring }) {
  const say = useMessages();
  const navigate = useNavigate();
  const { language } = useLanguage();
  const { clock } = useConsole();
  const { controller } = useCallContext();
  const { answering } = useStore(controller.state);
  const card = useRef<HTMLElement>(null);
  const { consultationId, offeredAt, expiresAt } = ring;

  // Read by those who measure how long it takes from the question to the ring: when the card was painted.
  useEffect(() => {
    const element = card.current;
    if (!element || !consultationId || !offeredAt) return;
    const painting = requestAnimationFrame(() => {
      element.dataset.ringShownAt = String(performance.timeOrigin + performance.now());
    });
    return () => cancelAnimationFrame(painting);
  }, [consultationId, offeredAt]);

  const accept = () => {
    void controller.accept(consultationId);
    void navigate('/desk');
  };
  const decline = () => void controller.decline(consultationId);
  useShortcut('Enter', say('ring.accept'), accept, answering === null);
  useShortcut('A', say('ring.accept'), accept, answering === null);
  useShortcut('D', say('ring.decline'), decline, answering === null);

  return (
    <section ref={card} className={styles.ring} role="alert" aria-label={say('ring.label')} data-testid="ring-card">
      <div className={styles.head}>
        <div className={styles.words}>
          <h2 className={styles.kind}>{say('ring.label')}</h2>
          <p className={styles.service}>{ring.service.name[language]}</p>
        </div>
        <div className={styles.countdown}>
          <Countdown
            until={clock.toLocal(expiresAt)}
            totalSeconds={Math.round((millisecondsBetween(offeredAt, expiresAt) || defaultPatience.offerMs) / 1000)}
          />
        </div>
      </div>
      <TicketFacts entry={ring} />
      <WaitingFacts entry={ring} />
      <div className={styles.actions}>
        <Button icon={Phone} variant="primary" shortcut="A" isWide isPending={answering !== null} onPress={accept}>
          {say('ring.accept')}
        </Button>
        <Button icon={PhoneOff} shortcut="D" isWide isDisabled={answering !== null} onPress={decline}>
          {say('ring.decline')}
        </Button>
      </div>
    </section>
  );
}
