import { calendarRoutes } from '@remote-clerk/shared/contracts/http/calendars.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import { useMutation } from '@tanstack/react-query';
import { Check, Copy, Rss } from 'lucide-react';
import { useState } from 'react';
import { useConsole } from '../../../app/context.ts';
import { problemMessage } from '../../../app/problems.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import styles from './CalendarConnections.module.css';

/** The address at which other calendars read one's appointments. It is known only when it is made. */
export function CalendarFeed() {
  const say = useMessages();
  const { api } = useConsole();
  const [copied, setCopied] = useState('');
  const create = useMutation({ mutationFn: () => api.call(calendarRoutes.createCalendarFeed, { body: {} }) });
  const address = create.data?.address;
  return (
    <section className={styles.part} aria-label={say('calendar-connections.feed')}>
      <h2 className={styles.title}>{say('calendar-connections.feed')}</h2>
      <p className={styles.soft}>{say('calendar-connections.feed.help')}</p>
      {create.isError && (
        <Notice tone="bad" title={say('calendar-connections.feed.failed')} todo={say(problemMessage(create.error))} />
      )}
      {address && (
        <TextField
          label={say('calendar-connections.feed.address')}
          description={say('calendar-connections.feed.once')}
          value={address}
          isReadOnly
        />
      )}
      <div className={styles.actions}>
        {address && (
          <Button
            icon={copied === address ? Check : Copy}
            onPress={() => {
              void navigator.clipboard.writeText(address).then(() => setCopied(address));
            }}
          >
            {say(copied === address ? 'calendar-connections.feed.copied' : 'calendar-connections.feed.copy')}
          </Button>
        )}
        <Button icon={Rss} isPending={create.isPending} onPress={() => create.mutate()}>
          {say(address ? 'calendar-connections.feed.again' : 'calendar-connections.feed.create')}
        </Button>
      </div>
    </section>
  );
}
