import { queueRoutes } from '@remote-clerk/shared/contracts/http/queue.ts';
import type { QueueTicket } from '@remote-clerk/shared/contracts/queue.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { TextArea } from '@remote-clerk/shared/ui/TextArea.tsx';
import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import { useMutation } from '@tanstack/react-query';
import { PhoneOutgoing } from 'lucide-react';
import { useState } from 'react';
import { useConsole } from '../../app/context.ts';
import { problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './TicketForm.module.css';

interface CallBackProps {
  readonly ticket: QueueTicket;
  readonly onDone: () => void;
}

/** The citizen goes home; a specialist calls the number that is left here. */
export function CallBack({ ticket, onDone }: CallBackProps) {
  const say = useMessages();
  const { api } = useConsole();
  const [phone, setPhone] = useState('');
  const [note, setNote] = useState(ticket.note);
  const [isTried, setIsTried] = useState(false);
  const callBack = useMutation({
    mutationFn: (body: { phone: string; note: string }) =>
      api.call(queueRoutes.callBackTicket, { params: { ticketId: ticket.id }, body }),
    onSuccess: onDone,
  });
  const isRight = queueRoutes.callBackTicket.body.shape.phone.safeParse(phone).success;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (isRight && !callBack.isPending) callBack.mutate({ phone, note });
      }}
    >
      <TextField
        label={say('booking.phone')}
        type="tel"
        autoComplete="off"
        autoFocus
        value={phone}
        onChange={setPhone}
        error={isTried && !isRight ? say('booking.phone.wrong') : undefined}
      />
      <TextArea label={say('queue.note')} isOptional rows={3} maxLength={500} value={note} onChange={setNote} />
      {callBack.isError && (
        <Notice tone="bad" title={say('queue.call-back.failed')} todo={say(problemMessage(callBack.error))} />
      )}
      <Button type="submit" variant="primary" icon={PhoneOutgoing} isWide isPending={callBack.isPending}>
        {say('queue.call-back')}
      </Button>
    </form>
  );
}
