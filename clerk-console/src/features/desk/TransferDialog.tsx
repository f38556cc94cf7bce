import { appointmentRoutes } from '@remote-clerk/shared/contracts/http/appointments.ts';
import { queueRoutes } from '@remote-clerk/shared/contracts/http/queue.ts';
import type { AccountId, ConsultationId, PublicServiceId } from '@remote-clerk/shared/domain/ids.ts';
import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Dialog } from '@remote-clerk/shared/ui/Dialog.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { RadioCards } from '@remote-clerk/shared/ui/RadioCards.tsx';
import { Select } from '@remote-clerk/shared/ui/Select.tsx';
import { TextArea } from '@remote-clerk/shared/ui/TextArea.tsx';
import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import { useQuery } from '@tanstack/react-query';
import { Forward } from 'lucide-react';
import { useState } from 'react';
import { useConsole } from '../../app/context.ts';
import { deskKey } from '../../app/live/views.ts';
import { problemMessage } from '../../app/problems.ts';
import { useCommand } from '../../app/use-command.ts';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './TransferDialog.module.css';

interface TransferDialogProps {
  readonly consultationId: ConsultationId;
  readonly onClose: () => void;
  readonly onTransferred: (ticketNumber: string) => void;
}

/** As many as fit without scrolling; the search narrows them down. */
const mostShown = 5;
const anyone = 'anyone';

/** Where the citizen goes on to when this call ends, and what the next one is to know. */
export function TransferDialog({ consultationId, onClose, onTransferred }: TransferDialogProps) {
  const say = useMessages();
  const { language } = useLanguage();
  const { api, views } = useConsole();
  const [search, setSearch] = useState('');
  const [serviceId, setServiceId] = useState<PublicServiceId | null>(null);
  const [specialistId, setSpecialistId] = useState<AccountId | null>(null);
  const [note, setNote] = useState('');
  const services = useQuery({
    queryKey: ['bookable-services'],
    queryFn: () => api.call(appointmentRoutes.listBookableServices),
  });
  const { data: specialists = [] } = useTransferSpecialists(consultationId, serviceId);
  const transfer = useCommand(
    (body: { serviceId: PublicServiceId; specialistId: AccountId | null; note: string }, idempotencyKey) =>
      api.call(queueRoutes.transferConsultation, { params: { consultationId }, body, idempotencyKey }),
    {
      onSuccess: ({ ticketNumber, view }) => {
        views.reply(deskKey, view);
        onTransferred(ticketNumber);
      },
    },
  );
  const wanted = search.trim().toLocaleLowerCase(language);
  const found = (services.data?.services ?? []).filter(({ name, institution }) =>
    `${name[language]} ${institution.name[language]} ${institution.code}`.toLocaleLowerCase(language).includes(wanted),
  );
  return (
    <Dialog
      title={say('calendar.transfer.title')}
      isOpen
      onClose={onClose}
      actions={
        <Button
          icon={Forward}
          variant="primary"
          isDisabled={!serviceId}
          isPending={transfer.isPending}
          onPress={() => serviceId && transfer.mutate({ serviceId, specialistId, note })}
        >
          {say('calendar.transfer.submit')}
        </Button>
      }
    >
      <p>{say('calendar.transfer.means')}</p>
      <TextField type="search" autoFocus label={say('calendar.transfer.search')} value={search} onChange={setSearch} />
      {services.isError && <Notice tone="bad" title={say(problemMessage(services.error))} />}
      <div className={styles.services} aria-busy={services.isPending}>
        <RadioCards
          label={say('calendar.transfer.service')}
          isSingleColumn
          choices={found.slice(0, mostShown).map(({ id, name, institution }) => ({
            id,
            title: name[language],
            description: institution.name[language],
          }))}
          value={serviceId}
          onChange={(id) => {
            setServiceId(id);
            setSpecialistId(null);
          }}
        />
      </div>
      {specialists.length > 0 && (
        <Select
          label={say('calendar.transfer.specialist')}
          items={[
            { id: anyone, label: say('calendar.transfer.anyone') },
            ...specialists.map(({ id, name, atWork }) => ({
              id,
              label: name,
              description: say(atWork ? 'calendar.transfer.at-work' : 'calendar.transfer.away'),
            })),
          ]}
          value={specialistId ?? anyone}
          onChange={(id) => setSpecialistId(specialists.find((each) => each.id === id)?.id ?? null)}
        />
      )}
      <TextArea
        label={say('calendar.transfer.note')}
        description={say('calendar.transfer.note.help')}
        isOptional
        rows={3}
        maxLength={500}
        value={note}
        onChange={setNote}
      />
      {transfer.isError && (
        <Notice tone="bad" title={say('calendar.transfer.failed')} todo={say(problemMessage(transfer.error))} />
      )}
    </Dialog>
  );
}

/** Without an answer the citizen can still go to whoever is free first. */
function useTransferSpecialists(consultationId: ConsultationId, serviceId: PublicServiceId | null) {
  const { api } = useConsole();
  return useQuery({
    queryKey: ['transfer-specialists', consultationId, serviceId],
    queryFn: async () => {
      if (!serviceId) return [];
      const { specialists } = await api.call(queueRoutes.listTransferColleagues, {
        params: { consultationId },
        query: { serviceId },
      });
      return specialists;
    },
    enabled: serviceId !== null,
  });
}
