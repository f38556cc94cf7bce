import { calendarRoutes, type ExternalCalendar } from '@remote-clerk/shared/contracts/http/calendars.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CalendarPlus } from 'lucide-react';
import { useState } from 'react';
import { ChoiceRows } from '../../../app/ChoiceRows.tsx';
import { useConsole } from '../../../app/context.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import styles from './CalendarConnections.module.css';
import { refusalWords } from './use-connections.ts';

type Kind = ExternalCalendar['kind'];
const empty = { address: '', username: '', password: '' };

const isAddress = (text: string) => /^(?:https?|webcal):\/\//i.test(text.trim()) && URL.canParse(text.trim());

/** Asks for the address of a calendar, and for name and password where these are needed. */
export function ConnectCalendar() {
  const say = useMessages();
  const { api } = useConsole();
  const cache = useQueryClient();
  const [kind, setKind] = useState<Kind>('icalendar');
  const [typed, setTyped] = useState(empty);
  const [isChecked, setIsChecked] = useState(false);
  const needsName = kind === 'caldav';
  const isComplete = isAddress(typed.address) && (!needsName || typed.username !== '');
  const connect = useMutation({
    mutationFn: () =>
      api.call(calendarRoutes.connectExternalCalendar, {
        body: {
          kind,
          address: typed.address.trim(),
          username: needsName ? typed.username : null,
          password: needsName ? typed.password : null,
        },
      }),
    onSuccess: () => {
      setTyped(empty);
      setIsChecked(false);
      return cache.invalidateQueries({ queryKey: ['calendar'] });
    },
  });
  const set = (field: keyof typeof empty) => (text: string) => setTyped((before) => ({ ...before, [field]: text }));
  return (
    <form
      className={styles.part}
      noValidate
      aria-label={say('calendar-connections.connect')}
      onSubmit={(event) => {
        event.preventDefault();
        setIsChecked(true);
        if (isComplete && !connect.isPending) connect.mutate();
      }}
    >
      <h2 className={styles.title}>{say('calendar-connections.connect')}</h2>
      <p className={styles.soft}>{say('calendar-connections.connect.help')}</p>
      <ChoiceRows<Kind>
        label={say('calendar-connections.kind')}
        choices={[
          { id: 'icalendar', name: say('calendar-connections.kind.icalendar') },
          { id: 'caldav', name: say('calendar-connections.kind.caldav') },
        ]}
        value={kind}
        onChange={setKind}
      />
      <TextField
        label={say('calendar-connections.address')}
        description={say(needsName ? 'calendar-connections.address.caldav' : 'calendar-connections.address.icalendar')}
        type="url"
        autoComplete="off"
        value={typed.address}
        onChange={set('address')}
        error={isChecked && !isAddress(typed.address) ? say('calendar-connections.address.wrong') : undefined}
      />
      {needsName && (
        <>
          <TextField
            label={say('calendar-connections.username')}
            autoComplete="off"
            value={typed.username}
            onChange={set('username')}
            error={isChecked && typed.username === '' ? say('calendar-connections.username.missing') : undefined}
          />
          <TextField
            label={say('calendar-connections.password')}
            description={say('calendar-connections.password.help')}
            type="password"
            autoComplete="new-password"
            value={typed.password}
            onChange={set('password')}
          />
        </>
      )}
      {connect.isError && (
        <Notice tone="bad" title={say('calendar-connections.connect.failed')} todo={say(refusalWords(connect.error))} />
      )}
      {connect.isSuccess && <Notice tone="good" title={say('calendar-connections.connect.done')} />}
      <div className={styles.actions}>
        <Button
          type="submit"
          variant="primary"
          icon={CalendarPlus}
          isPending={connect.isPending}
          pendingLabel={say('calendar-connections.connect.reading')}
        >
          {say('calendar-connections.connect.submit')}
        </Button>
      </div>
    </form>
  );
}
