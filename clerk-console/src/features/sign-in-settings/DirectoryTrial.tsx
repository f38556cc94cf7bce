import {
  type Directory,
  identityAdministrationRoutes,
} from '@remote-clerk/shared/contracts/http/identity-administration.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import { useMutation } from '@tanstack/react-query';
import { SearchCheck } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { useConsole } from '../../app/context.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useRoleWords } from '../rights/parts/use-role-words.ts';
import type { DirectorySettings } from './directory-draft.ts';
import { Refused } from './Refused.tsx';
import styles from './SignInSettings.module.css';
import { useRoles } from './use-settings.ts';

interface DirectoryTrialProps {
  readonly directoryId: Directory['id'] | null;
  /** Null while the form is not complete. */
  readonly settings: DirectorySettings | null;
  readonly onIncomplete: () => void;
}

/** Binds with what is typed, and finds one person: who that is, or what is wrong. */
export function DirectoryTrial({ directoryId, settings, onIncomplete }: DirectoryTrialProps) {
  const say = useMessages();
  const roleName = useRoleWords();
  const roles = useRoles();
  const { api } = useConsole();
  const [login, setLogin] = useState('');
  const trial = useMutation({
    mutationFn: (body: DirectorySettings) =>
      api.call(identityAdministrationRoutes.tryDirectory, { body: { ...body, directoryId, login } }),
  });
  const { problem, person } = trial.data ?? { problem: null, person: null };
  const tryNow = () => {
    if (!settings) onIncomplete();
    else if (login.trim() !== '') trial.mutate(settings);
  };
  // Enter tries; it does not send the form that this is a part of.
  const tryByEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    tryNow();
  };
  const facts = person && [
    [say('sign-in-settings.attribute.name'), person.name],
    [say('sign-in-settings.attribute.title'), person.title],
    [say('sign-in-settings.attribute.email'), person.email],
    [say('sign-in-settings.groups.found'), person.groups.join('; ')],
    [
      say('sign-in-settings.roles.found'),
      person.roleIds.map((id) => roleName(roles.find((role) => role.id === id) ?? { id, name: null })).join(', '),
    ],
  ];
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{say('sign-in-settings.try')}</legend>
      <div className={styles.actions}>
        <TextField
          label={say('sign-in-settings.try.login')}
          autoComplete="off"
          value={login}
          onChange={setLogin}
          onKeyDown={tryByEnter}
        />
        <Button icon={SearchCheck} isPending={trial.isPending} onPress={tryNow}>
          {say('sign-in-settings.try')}
        </Button>
      </div>
      {problem && (
        <Notice
          tone="bad"
          title={say('sign-in-settings.try.failed')}
          todo={say(`sign-in-settings.problem.${problem}`)}
        />
      )}
      {facts && (
        <>
          <Notice
            tone={person.disabled ? 'warn' : 'good'}
            title={say(person.disabled ? 'sign-in-settings.try.disabled' : 'sign-in-settings.try.done')}
          />
          <dl className={styles.facts}>
            {facts.map(([name, value]) => (
              <FactRow key={name} name={name ?? ''} value={value || '—'} />
            ))}
          </dl>
        </>
      )}
      <Refused error={trial.error} />
    </fieldset>
  );
}

function FactRow({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
