import type { AccountId, ContactPointId } from '@remote-clerk/shared/domain/ids.ts';
import type { Language } from '@remote-clerk/shared/domain/languages.ts';
import { type Channel, channels } from '@remote-clerk/shared/domain/scheduling/schedule.ts';
import { languageNames } from '@remote-clerk/shared/i18n/language-names.ts';
import { Select } from '@remote-clerk/shared/ui/Select.tsx';
import { useMessages } from '../../messages/use-messages.ts';
import { type BookableService, useSpecialists } from './booking-data.ts';
import styles from './WishFields.module.css';

type Wish = {
  readonly language: Language;
  readonly channel: Channel;
  readonly specialistId: AccountId | null;
  readonly near: boolean;
};

interface WishFieldsProps {
  readonly service: BookableService;
  readonly wish: Wish;
  readonly onChange: (change: Partial<Wish>) => void;
}

/** How one talks, in which language, with whom and where. */
export function WishFields({ service, wish, onChange }: WishFieldsProps) {
  const say = useMessages();
  return (
    <div className={styles.fields}>
      <Select
        label={say('booking.language')}
        items={service.languages.map((id) => ({ id, label: languageNames[id] }))}
        value={wish.language}
        onChange={(language) => onChange({ language, specialistId: null })}
      />
      <Select
        label={say('booking.channel')}
        items={channels
          .filter((id) => service.channels.includes(id))
          .map((id) => ({ id, label: say(`channel.${id}`) }))}
        value={wish.channel}
        onChange={(channel) => onChange({ channel })}
      />
      <SpecialistSelect
        serviceId={service.id}
        language={wish.language}
        value={wish.specialistId}
        onChange={(specialistId) => onChange({ specialistId })}
      />
      {wish.channel !== 'telephone' && <PlaceSelect near={wish.near} onChange={(near) => onChange({ near })} />}
    </div>
  );
}

const anyone = 'anyone';

interface SpecialistSelectProps {
  readonly serviceId: BookableService['id'];
  /** Only those who speak it. */
  readonly language: Language;
  readonly value: AccountId | null;
  readonly onChange: (id: AccountId | null) => void;
}

export function SpecialistSelect({ serviceId, language, value, onChange }: SpecialistSelectProps) {
  const say = useMessages();
  const { data: specialists = [] } = useSpecialists(serviceId);
  const able = specialists.filter(({ languages }) => languages.includes(language));
  return (
    <Select
      label={say('booking.specialist')}
      items={[
        { id: anyone, label: say('booking.specialist.any') },
        ...able.map(({ id, name, jobTitle }) => ({ id, label: name, description: jobTitle })),
      ]}
      value={value ?? anyone}
      onChange={(chosen) => onChange(able.find(({ id }) => id === chosen)?.id ?? null)}
    />
  );
}

interface PlaceSelectProps {
  readonly near: boolean;
  readonly onChange: (near: boolean) => void;
}

export function PlaceSelect({ near, onChange }: PlaceSelectProps) {
  const say = useMessages();
  return (
    <Select
      label={say('booking.place')}
      items={[
        { id: 'here', label: say('booking.place.here') },
        { id: 'near', label: say('booking.place.near') },
      ]}
      value={near ? 'near' : 'here'}
      onChange={(id) => onChange(id === 'near')}
    />
  );
}

/** Where the wish's appointments are to be: none for a call by telephone. */
export const placeFor = (channel: Channel, here: ContactPointId): ContactPointId | null =>
  channel === 'telephone' ? null : here;
