import type { OfferedService } from '@remote-clerk/shared/contracts/views.ts';
import type { PublicServiceId } from '@remote-clerk/shared/domain/ids.ts';
import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { useMessages } from '../../messages/use-messages.ts';
import { findServices } from '../contact-point/find-services.ts';
import styles from './ServicePicker.module.css';

type Service = Pick<OfferedService, 'id' | 'name' | 'institution' | 'minutes'>;

interface ServicePickerProps {
  readonly services: readonly Service[];
  readonly value: PublicServiceId | null;
  readonly onChange: (id: PublicServiceId | null) => void;
}

/** Type-ahead: the first that fits is chosen by Enter, others by the arrows. */
export function ServicePicker({ services, value, onChange }: ServicePickerProps) {
  const say = useMessages();
  const { language } = useLanguage();
  const [search, setSearch] = useState('');
  const chosen = services.find(({ id }) => id === value);
  if (chosen) {
    return (
      <div className={styles.chosen}>
        <p>
          <strong>{chosen.name[language]}</strong>
          <span className={styles.facts}>
            {chosen.institution.name[language]} · {say('booking.minutes', { minutes: chosen.minutes })}
          </span>
        </p>
        <Button variant="quiet" icon={Pencil} onPress={() => onChange(null)}>
          {say('booking.service.change')}
        </Button>
      </div>
    );
  }
  const found = findServices(services, search, language);
  return (
    <div className={styles.picker}>
      <Autocomplete inputValue={search} onInputChange={setSearch}>
        <TextField type="search" label={say('booking.service')} placeholder={say('booking.service.hint')} autoFocus />
        <ListBox
          aria-label={say('booking.service')}
          className={styles.services ?? ''}
          selectionMode="single"
          renderEmptyState={() => <p className={styles.none}>{say('start.none')}</p>}
          onSelectionChange={(keys) => {
            const service = services.find(({ id }) => keys !== 'all' && keys.has(id));
            if (service) onChange(service.id);
          }}
        >
          {found.map((service) => (
            <ListBoxItem
              key={service.id}
              id={service.id}
              textValue={service.name[language]}
              className={styles.service ?? ''}
            >
              <span>{service.name[language]}</span>
              <span className={styles.facts}>
                {service.institution.name[language]} · {say('booking.minutes', { minutes: service.minutes })}
              </span>
            </ListBoxItem>
          ))}
        </ListBox>
      </Autocomplete>
    </div>
  );
}
