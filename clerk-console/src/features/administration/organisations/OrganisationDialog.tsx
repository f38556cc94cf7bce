import {
  type OrganisationKind,
  organisationKinds,
  organisationRoutes,
} from '@remote-clerk/shared/contracts/http/organisations.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Dialog } from '@remote-clerk/shared/ui/Dialog.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { Save } from 'lucide-react';
import { useState } from 'react';
import { ChoiceRows } from '../../../app/ChoiceRows.tsx';
import { useConsole } from '../../../app/context.ts';
import { problemMessage } from '../../../app/problems.ts';
import { useCommand } from '../../../app/use-command.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import styles from './Organisations.module.css';
import { organisationsKey, type TreeChange } from './use-organisations.ts';

interface OrganisationDialogProps {
  readonly change: TreeChange;
  readonly onClose: () => void;
}

/** A new organisation below one, or another name for it. */
export function OrganisationDialog({ change: { kind, organisation }, onClose }: OrganisationDialogProps) {
  const say = useMessages();
  const { api } = useConsole();
  const cache = useQueryClient();
  const isNew = kind === 'add';
  const [name, setName] = useState(isNew ? '' : organisation.name);
  const [newKind, setNewKind] = useState<OrganisationKind>('unit');
  const [isTried, setIsTried] = useState(false);
  const reread = () => void cache.invalidateQueries({ queryKey: organisationsKey });
  const save = useCommand(
    (body: { name: string; kind: OrganisationKind }, idempotencyKey) =>
      isNew
        ? api.call(organisationRoutes.createOrganisation, {
            body: { ...body, parentId: organisation.id },
            idempotencyKey,
          })
        : api.call(organisationRoutes.renameOrganisation, {
            params: { organisationId: organisation.id },
            body: { name: body.name },
          }),
    {
      onSuccess: () => {
        reread();
        onClose();
      },
      onError: reread,
    },
  );
  const send = () => {
    setIsTried(true);
    if (name.trim()) save.mutate({ name: name.trim(), kind: newKind });
  };
  return (
    <Dialog
      title={say(isNew ? 'organisations.add.below' : 'organisations.rename.title', { name: organisation.name })}
      isOpen
      onClose={onClose}
      actions={
        <Button variant="primary" icon={Save} isPending={save.isPending} onPress={send}>
          {say('organisations.save')}
        </Button>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <TextField
          autoFocus
          label={say('column.name')}
          maxLength={200}
          value={name}
          onChange={setName}
          {...(isTried && !name.trim() && { error: say('organisations.name.missing') })}
        />
        {isNew && (
          <ChoiceRows
            label={say('organisations.kind')}
            value={newKind}
            choices={organisationKinds.map((id) => ({ id, name: say(`organisation-kind.${id}`) }))}
            onChange={setNewKind}
          />
        )}
        {isNew && <p className={styles.soft}>{say('organisations.add.means')}</p>}
        {save.isError && (
          <Notice tone="bad" title={say('organisations.failed')} todo={say(problemMessage(save.error))} />
        )}
      </form>
    </Dialog>
  );
}
