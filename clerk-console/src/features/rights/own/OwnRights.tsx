import { isOpen } from '@remote-clerk/shared/domain/rights.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { EmptyState } from '@remote-clerk/shared/ui/EmptyState.tsx';
import { useShortcut } from '@remote-clerk/shared/ui/shortcuts.ts';
import { CalendarClock, Inbox, KeyRound } from 'lucide-react';
import { useNavigate } from 'react-router';
import { useMessages } from '../../../messages/use-messages.ts';
import { AskForRight } from '../ask/AskForRight.tsx';
import { Reading } from '../parts/Reading.tsx';
import page from '../Rights.module.css';
import { useOwnRights } from '../rights-queries.ts';
import { OwnRequest } from './OwnRequest.tsx';
import styles from './OwnRights.module.css';
import { RightCard } from './RightCard.tsx';

/** What I may do, where and until when; what I asked for, and who has to say yes. */
export function OwnRights() {
  const say = useMessages();
  const navigate = useNavigate();
  const own = useOwnRights();
  const rights = own.data?.rights ?? [];
  const ask = () => void navigate('/rights/ask');
  useShortcut('N', say('rights.ask'), ask);
  return (
    <Reading query={own}>
      {({ requests }) => (
        <div className={page.page}>
          {rights.length > 0 && (
            <>
              <div className={page.head}>
                <h2>{say('rights.own.title')}</h2>
                <div className={page.tools}>
                  <Button icon={CalendarClock} onPress={() => void navigate('/rights/delegate')}>
                    {say('rights.delegate')}
                  </Button>
                  <Button variant="primary" icon={KeyRound} shortcut="N" onPress={ask}>
                    {say('rights.ask')}
                  </Button>
                </div>
              </div>
              <div className={styles.cards}>
                {rights.map((right) => (
                  <RightCard key={right.id} right={right} />
                ))}
              </div>
            </>
          )}
          {rights.length === 0 && requests.length > 0 && (
            <EmptyState
              icon={KeyRound}
              title={say('rights.own.none')}
              action={
                <Button icon={KeyRound} shortcut="N" onPress={ask}>
                  {say('rights.ask')}
                </Button>
              }
            >
              {say(requests.some(isOpen) ? 'rights.own.none.asked' : 'rights.own.none.help')}
            </EmptyState>
          )}
          {rights.length === 0 && requests.length === 0 && <AskForRight />}
          {(rights.length > 0 || requests.length > 0) && (
            <section className={page.page} aria-labelledby="own-requests">
              <h2 id="own-requests">{say('rights.requests.title')}</h2>
              {requests.length === 0 && (
                <EmptyState icon={Inbox} title={say('rights.requests.none')}>
                  {say('rights.requests.none.help')}
                </EmptyState>
              )}
              <ul className={styles.requests}>
                {requests.map((request) => (
                  <OwnRequest key={request.id} request={request} />
                ))}
              </ul>
            </section>
          )}
        </div>
      )}
    </Reading>
  );
}
