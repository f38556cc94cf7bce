import { queueRoutes } from '@remote-clerk/shared/contracts/http/queue.ts';
import type { QueueTicket } from '@remote-clerk/shared/contracts/queue.ts';
import { languageNames } from '@remote-clerk/shared/i18n/language-names.ts';
import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { VisuallyHidden } from '@remote-clerk/shared/ui/VisuallyHidden.tsx';
import { useMutation } from '@tanstack/react-query';
import { PhoneForwarded } from 'lucide-react';
import { useConsole } from '../../app/context.ts';
import { deskKey } from '../../app/live/views.ts';
import { problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './CallBacks.module.css';
import listStyles from './WaitingList.module.css';

/** Citizens who went home and are to be called by telephone. */
export function CallBacks({ tickets }: { readonly tickets: readonly QueueTicket[] }) {
  const say = useMessages();
  const { language } = useLanguage();
  const { api, views } = useConsole();
  const finish = useMutation({
    mutationFn: ({ id }: QueueTicket) => api.call(queueRoutes.finishCallBack, { params: { ticketId: id }, body: {} }),
    onSuccess: (view) => views.reply(deskKey, view),
  });
  if (tickets.length === 0) return null;
  return (
    <section aria-labelledby="call-backs-title" className={listStyles.section}>
      <h2 id="call-backs-title" className={listStyles.title}>
        {say('calendar.call-backs')} <span className={listStyles.count}>{tickets.length}</span>
      </h2>
      {finish.isError && (
        <Notice tone="bad" title={say('calendar.called-back.failed')} todo={say(problemMessage(finish.error))} />
      )}
      <ol className={listStyles.list}>
        {tickets.map((ticket) => (
          <li key={ticket.id} className={listStyles.card}>
            <p className={listStyles.service}>{ticket.service.name[language]}</p>
            <p className={styles.facts}>
              {ticket.number} · {ticket.contactPoint.name} · {languageNames[ticket.language]}
            </p>
            {ticket.note && <p className={styles.note}>{ticket.note}</p>}
            <div className={listStyles.foot}>
              {ticket.phone && (
                <a className={styles.phone} href={`tel:${ticket.phone.replaceAll(/[ ()-]/g, '')}`}>
                  {ticket.phone}
                </a>
              )}
              <Button
                icon={PhoneForwarded}
                isPending={finish.isPending && finish.variables.id === ticket.id}
                onPress={() => finish.mutate(ticket)}
              >
                {say('calendar.called-back')} <VisuallyHidden>{ticket.number}</VisuallyHidden>
              </Button>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
