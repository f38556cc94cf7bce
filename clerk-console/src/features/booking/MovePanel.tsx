import type { Appointment, Slot } from '@remote-clerk/shared/contracts/appointments.ts';
import { appointmentRoutes } from '@remote-clerk/shared/contracts/http/appointments.ts';
import type { ContactPointView } from '@remote-clerk/shared/contracts/views.ts';
import type { AccountId } from '@remote-clerk/shared/domain/ids.ts';
import { useFormat, useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { ArrowRight, CalendarCheck } from 'lucide-react';
import { useState } from 'react';
import { useConsole } from '../../app/context.ts';
import { useCommand } from '../../app/use-command.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { appointmentsKey } from './appointment-data.ts';
import { slotsKey, useBookable } from './booking-data.ts';
import styles from './MovePanel.module.css';
import { Refusal } from './Refusal.tsx';
import { SlotPicker } from './SlotPicker.tsx';
import { PlaceSelect, SpecialistSelect } from './WishFields.tsx';

interface MovePanelProps {
  readonly appointment: Appointment;
  readonly contactPoint: ContactPointView['contactPoint'];
  readonly onDone: () => void;
}

/** Another time for an appointment; the old one is given up only when the new one is had. */
export function MovePanel({ appointment, contactPoint, onDone }: MovePanelProps) {
  const say = useMessages();
  const format = useFormat();
  const { language } = useLanguage();
  const { api } = useConsole();
  const cache = useQueryClient();
  const { data: bookable } = useBookable();
  const [specialistId, setSpecialistId] = useState<AccountId | null>(appointment.specialist.id);
  const [near, setNear] = useState(false);
  const [chosen, setChosen] = useState<Slot | null>(null);
  const readAgain = () => {
    void cache.invalidateQueries({ queryKey: slotsKey });
    void cache.invalidateQueries({ queryKey: appointmentsKey });
  };
  const move = useCommand(
    (input: { slot: Slot; specialistId: AccountId | null }, idempotencyKey) =>
      api.call(appointmentRoutes.moveAppointment, {
        params: { appointmentId: appointment.id },
        body: {
          version: appointment.version,
          startsAt: input.slot.startsAt,
          specialistId: input.specialistId,
          contactPointId: input.slot.contactPointId,
        },
        idempotencyKey,
      }),
    { onSuccess: readAgain, onError: readAgain },
  );
  if (move.data) {
    return (
      <Notice
        tone="good"
        title={say('booking.moved', { time: format.dateTime(move.data.startsAt) })}
        actions={
          <Button autoFocus onPress={onDone}>
            {say('booking.moved.close')}
          </Button>
        }
      />
    );
  }
  return (
    <div className={styles.panel}>
      <p>
        <strong>{appointment.citizen?.name}</strong> · {appointment.service.name[language]}
      </p>
      <p className={styles.times}>
        <span>{format.dateTime(appointment.startsAt)}</span>
        <ArrowRight aria-hidden="true" />
        <strong>{chosen ? format.dateTime(chosen.startsAt) : say('booking.move.choose')}</strong>
      </p>
      {chosen && (
        <Button
          variant="primary"
          icon={CalendarCheck}
          autoFocus
          isPending={move.isPending}
          onPress={() => move.mutate({ slot: chosen, specialistId })}
        >
          {say('booking.move.submit')}
        </Button>
      )}
      {move.isError && (
        <Refusal
          error={move.error}
          title={say('booking.move.failed')}
          isPending={move.isPending}
          onChoose={(startsAt) => {
            if (!chosen) return;
            setChosen({ ...chosen, startsAt });
            move.mutate({ slot: { ...chosen, startsAt }, specialistId });
          }}
        />
      )}
      <div className={styles.fields}>
        <SpecialistSelect
          serviceId={appointment.service.id}
          language={appointment.language}
          value={specialistId}
          onChange={setSpecialistId}
        />
        {appointment.contactPoint && <PlaceSelect near={near} onChange={setNear} />}
      </div>
      <SlotPicker
        wish={{
          serviceId: appointment.service.id,
          language: appointment.language,
          channel: appointment.channel,
          specialistId,
          contactPointId: appointment.contactPoint?.id ?? null,
          near,
        }}
        timeZone={contactPoint.timeZone}
        places={bookable?.contactPoints ?? []}
        pending={null}
        onChoose={(slot) => {
          move.reset();
          setChosen(slot);
        }}
      />
    </div>
  );
}
