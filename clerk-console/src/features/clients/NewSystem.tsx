import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Dialog } from '@remote-clerk/shared/ui/Dialog.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import { type FormEvent, useId, useState } from 'react';
import { isProblem, problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';
import styles from '../administration/AdministrationScreen.module.css';
import type { useClientCommands } from './use-clients.ts';

interface NewSystemProps {
  readonly command: ReturnType<typeof useClientCommands>['create'];
  readonly onClose: () => void;
}

export function NewSystem({ command, onClose }: NewSystemProps) {
  const say = useMessages();
  const form = useId();
  const [name, setName] = useState('');
  const [pushUrl, setPushUrl] = useState('');
  const [isTried, setIsTried] = useState(false);
  const isBadAddress = isProblem(command.error, 'address-not-allowed') || isProblem(command.error, 'invalid-request');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (name.trim() === '') return;
    command.mutate({ name, pushUrl: pushUrl.trim() || null }, { onSuccess: onClose });
  };

  return (
    <Dialog
      title={say('system.adding')}
      isOpen
      onClose={onClose}
      actions={
        <Button type="submit" form={form} variant="primary" isPending={command.isPending}>
          {say('system.add')}
        </Button>
      }
    >
      <form id={form} className={styles.section} onSubmit={submit} noValidate>
        <p>{say('system.add.help')}</p>
        <TextField
          label={say('system.name')}
          autoFocus
          value={name}
          onChange={setName}
          error={isTried && name.trim() === '' ? say('system.name') : undefined}
        />
        <TextField
          label={say('system.push-url')}
          description={say('system.push-url.help')}
          isOptional
          type="url"
          value={pushUrl}
          onChange={setPushUrl}
          error={isBadAddress ? say('system.push-url.refused') : undefined}
        />
        {command.isError && !isBadAddress && <Notice tone="bad" title={say(problemMessage(command.error))} />}
      </form>
    </Dialog>
  );
}
