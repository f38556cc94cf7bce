import { queueRoutes } from '@remote-clerk/shared/contracts/http/queue.ts';
import type { QueueTicket } from '@remote-clerk/shared/contracts/queue.ts';
import type { ContactPointId, PublicServiceId } from '@remote-clerk/shared/domain/ids.ts';
import type { Language } from '@remote-clerk/shared/domain/languages.ts';
import { languageNames } from '@remote-clerk/shared/i18n/language-names.ts';
import { useFormat } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { Switch } from '@remote-clerk/shared/ui/Switch.tsx';
import { Ticket } from 'lucide-react';
import { useState } from 'react';
import { ChoiceRows } from '../../app/ChoiceRows.tsx';
import { useConsole } from '../../app/context.ts';
import { problemMessage } from '../../app/problems.ts';
import { useCommand } from '../../app/use-command.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { ServicePicker } from '../booking/ServicePicker.tsx';
import { useOfferedServices } from '../contact-point/use-contact-point.ts';
import styles from './TicketForm.module.css';

/** A place in the line for somebody who came to the desk. */
export function GiveTicket({ contactPointId }: { readonly contactPointId: ContactPointId }) {
  const say = useMessages();
  const { api } = useConsole();
  const services = useOfferedServices(contactPointId);
  const [serviceId, setServiceId] = useState<PublicServiceId | null>(null);
  const [language, setLanguage] = useState<Language>('lv');
  const [isPriority, setIsPriority] = useState(false);
  const issue = useCommand(
    (body: { serviceId: PublicServiceId; language: Language; priority: 'walk-in' | 'priority' }, idempotencyKey) =>
      api.call(queueRoutes.issueTicket, { params: { contactPointId }, body, idempotencyKey }),
    {
      onSuccess: () => {
        setServiceId(null);
        setIsPriority(false);
      },
    },
  );
  const service = services.data?.find(({ id }) => id === serviceId);
  const spoken = service?.languages ?? [];
  const spokenLanguage = spoken.includes(language) ? language : spoken[0];
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (service && spokenLanguage && !issue.isPending) {
          issue.mutate({
            serviceId: service.id,
            language: spokenLanguage,
            priority: isPriority ? 'priority' : 'walk-in',
          });
        }
      }}
    >
      {issue.data && !service && <Given ticket={issue.data} />}
      {services.isError && (
        <Notice tone="bad" title={say('booking.services.not-read')} todo={say(problemMessage(services.error))} />
      )}
      {services.data && <ServicePicker services={services.data} value={serviceId} onChange={setServiceId} />}
      {service && spokenLanguage && (
        <>
          <ChoiceRows
            label={say('start.language')}
            choices={spoken.map((id) => ({ id, name: languageNames[id], lang: id }))}
            value={spokenLanguage}
            onChange={setLanguage}
          />
          <Switch isSelected={isPriority} onChange={setIsPriority}>
            {say('queue.give.priority')}
          </Switch>
          {issue.isError && (
            <Notice tone="bad" title={say('queue.give.failed')} todo={say(problemMessage(issue.error))} />
          )}
          <Button type="submit" variant="primary" icon={Ticket} isWide autoFocus isPending={issue.isPending}>
            {say('queue.give.submit')}
          </Button>
        </>
      )}
    </form>
  );
}

function Given({ ticket: { number, wait } }: { readonly ticket: QueueTicket }) {
  const say = useMessages();
  const format = useFormat();
  return (
    <div role="status" className={styles.given}>
      <p>{say('queue.given')}</p>
      <p className={styles.number}>{number}</p>
      <p>{wait ? format.aboutMinutes(wait.from, wait.to) : say('start.unstaffed')}</p>
    </div>
  );
}
