import { queueRoutes } from '@remote-clerk/shared/contracts/http/queue.ts';
import type { QueueTicket } from '@remote-clerk/shared/contracts/queue.ts';
import type { AccountId, PublicServiceId } from '@remote-clerk/shared/domain/ids.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { Select } from '@remote-clerk/shared/ui/Select.tsx';
import { TextArea } from '@remote-clerk/shared/ui/TextArea.tsx';
import { useMutation, useQuery } from '@tanstack/react-query';
import { ArrowRightLeft } from 'lucide-react';
import { useState } from 'react';
import { useConsole } from '../../app/context.ts';
import { problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { ServicePicker } from '../booking/ServicePicker.tsx';
import { useOfferedServices } from '../contact-point/use-contact-point.ts';
import styles from './TicketForm.module.css';

const anyone = 'anyone';

interface TransferTicketProps {
  readonly ticket: QueueTicket;
  readonly onDone: () => void;
}

/** To another service, institution or specialist; the waiting counts on. */
export function TransferTicket({ ticket, onDone }: TransferTicketProps) {
  const say = useMessages();
  const { api } = useConsole();
  const services = useOfferedServices(ticket.contactPoint.id);
  const [serviceId, setServiceId] = useState<PublicServiceId | null>(ticket.service.id);
  const [specialistId, setSpecialistId] = useState<AccountId | null>(null);
  const [note, setNote] = useState(ticket.note);
  const specialists = useQuery({
    queryKey: ['transfer-specialists', ticket.id, serviceId],
    queryFn: async () => {
      if (!serviceId) return [];
      const reply = await api.call(queueRoutes.listTransferSpecialists, {
        params: { ticketId: ticket.id },
        query: { serviceId },
      });
      return reply.specialists;
    },
    enabled: serviceId !== null,
  });
  const transfer = useMutation({
    mutationFn: (body: { serviceId: PublicServiceId; specialistId: AccountId | null; note: string }) =>
      api.call(queueRoutes.transferTicket, { params: { ticketId: ticket.id }, body }),
    onSuccess: onDone,
  });
  const able = specialists.data ?? [];
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (serviceId && !transfer.isPending) transfer.mutate({ serviceId, specialistId, note });
      }}
    >
      {services.isError && (
        <Notice tone="bad" title={say('booking.services.not-read')} todo={say(problemMessage(services.error))} />
      )}
      {services.data && (
        <ServicePicker
          services={services.data}
          value={serviceId}
          onChange={(id) => {
            setServiceId(id);
            setSpecialistId(null);
          }}
        />
      )}
      {serviceId && (
        <>
          <Select
            label={say('booking.specialist')}
            items={[
              { id: anyone, label: say('booking.specialist.any') },
              ...able.map(({ id, name, atWork }) => ({
                id,
                label: name,
                description: say(atWork ? 'queue.at-work' : 'queue.not-at-work'),
              })),
            ]}
            value={specialistId ?? anyone}
            onChange={(chosen) => setSpecialistId(able.find(({ id }) => id === chosen)?.id ?? null)}
          />
          <TextArea
            label={say('queue.note')}
            description={say('queue.note.help')}
            isOptional
            rows={3}
            maxLength={500}
            value={note}
            onChange={setNote}
          />
          {transfer.isError && (
            <Notice tone="bad" title={say('queue.transfer.failed')} todo={say(problemMessage(transfer.error))} />
          )}
          <Button type="submit" variant="primary" icon={ArrowRightLeft} isWide isPending={transfer.isPending}>
            {say('queue.transfer')}
          </Button>
        </>
      )}
    </form>
  );
}
