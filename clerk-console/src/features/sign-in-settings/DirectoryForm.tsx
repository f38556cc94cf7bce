import {
  type Directory,
  identityAdministrationRoutes,
} from '@remote-clerk/shared/contracts/http/identity-administration.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Dialog } from '@remote-clerk/shared/ui/Dialog.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { Select } from '@remote-clerk/shared/ui/Select.tsx';
import { Switch } from '@remote-clerk/shared/ui/Switch.tsx';
import { TextArea } from '@remote-clerk/shared/ui/TextArea.tsx';
import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import { type FormEvent, useId, useState } from 'react';
import { useConsole } from '../../app/context.ts';
import { useCommand } from '../../app/use-command.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { DirectoryTrial } from './DirectoryTrial.tsx';
import { type DirectorySettings, draftOf, parseDraft, stableIds } from './directory-draft.ts';
import { GroupRoles } from './GroupRoles.tsx';
import { Refused } from './Refused.tsx';
import styles from './SignInSettings.module.css';
import { useForm } from './use-form.ts';
import { useReadAgain } from './use-settings.ts';
import { focusFirstWrong, wrongFields } from './wrong-fields.ts';

interface DirectoryFormProps {
  /** Null for a new one. */
  readonly directory: Directory | null;
  readonly onClose: () => void;
}

/** What is said of a directory, and tried before it is kept. */
export function DirectoryForm({ directory, onClose }: DirectoryFormProps) {
  const say = useMessages();
  const { api } = useConsole();
  const form = useId();
  const readAgain = useReadAgain();
  const { draft, change, field } = useForm(() => draftOf(directory));
  const [isTried, setIsTried] = useState(false);
  const parsed = parseDraft(draft, directory === null);
  const save = useCommand(
    async ({ bindPassword = '', ...settings }: DirectorySettings, idempotencyKey) => {
      const { createDirectory, changeDirectory } = identityAdministrationRoutes;
      const secret = bindPassword && { bindPassword };
      if (directory) {
        await api.call(changeDirectory, { params: { directoryId: directory.id }, body: { ...settings, ...secret } });
      } else await api.call(createDirectory, { body: { ...settings, bindPassword }, idempotencyKey });
      await readAgain();
    },
    { onSuccess: onClose },
  );
  const wrong = wrongFields(isTried && !parsed.success ? parsed.error : save.error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setIsTried(true);
    if (!parsed.success) focusFirstWrong(event.currentTarget);
    if (parsed.success && !save.isPending) save.mutate(parsed.data);
  };

  return (
    <Dialog
      title={say(directory ? 'sign-in-settings.directory.change' : 'sign-in-settings.directory.new')}
      isOpen
      onClose={onClose}
      actions={
        <Button type="submit" form={form} variant="primary" isPending={save.isPending}>
          {say('sign-in-settings.save')}
        </Button>
      }
    >
      <form id={form} className={styles.form} onSubmit={submit} noValidate>
        <TextField label={say('column.name')} {...field('name', wrong)} />
        <fieldset className={styles.group}>
          <legend className={styles.legend}>{say('sign-in-settings.server')}</legend>
          <TextField
            label={say('column.address')}
            description={say('sign-in-settings.url.help')}
            {...field('url', wrong)}
          />
          <TextArea
            label={say('sign-in-settings.certificate')}
            description={say('sign-in-settings.certificate.help')}
            isOptional
            rows={3}
            {...field('certificate', wrong)}
          />
          <TextField label={say('sign-in-settings.bind-dn')} autoComplete="off" {...field('bindDn', wrong)} />
          <TextField
            label={say('sign-in-settings.bind-password')}
            description={directory ? say('sign-in-settings.secret.kept') : undefined}
            type="password"
            autoComplete="new-password"
            {...field('bindPassword', wrong)}
          />
        </fieldset>
        <fieldset className={styles.group}>
          <legend className={styles.legend}>{say('sign-in-settings.people')}</legend>
          <TextField
            label={say('sign-in-settings.base-dn')}
            description="ou=people,dc=kuldiga,dc=lv"
            {...field('baseDn', wrong)}
          />
          <TextField
            label={say('sign-in-settings.domains')}
            description={say('sign-in-settings.domains.help')}
            isOptional
            {...field('domains', wrong)}
          />
          <p className={styles.soft}>{say('sign-in-settings.attributes.help')}</p>
          <TextField
            label={say('sign-in-settings.attribute.login')}
            description="uid, sAMAccountName, userPrincipalName"
            {...field('login', wrong, 'attributes.login')}
          />
          <Select
            label={say('sign-in-settings.attribute.id')}
            items={stableIds.map((id) => ({ id, label: id }))}
            value={draft.id}
            onChange={(id) => change('id', id)}
          />
          <TextField
            label={say('sign-in-settings.attribute.name')}
            {...field('personName', wrong, 'attributes.name')}
          />
          <TextField
            label={say('sign-in-settings.attribute.email')}
            isOptional
            {...field('email', wrong, 'attributes.email')}
          />
          <TextField
            label={say('sign-in-settings.attribute.title')}
            isOptional
            {...field('title', wrong, 'attributes.title')}
          />
        </fieldset>
        <fieldset className={styles.group}>
          <legend className={styles.legend}>{say('sign-in-settings.group-search')}</legend>
          <TextField
            label={say('sign-in-settings.group-base')}
            description={say('sign-in-settings.group-base.help')}
            isOptional
            {...field('groupBaseDn', wrong)}
          />
          <TextField
            label={say('sign-in-settings.group-attribute')}
            description={say('sign-in-settings.group-attribute.help')}
            {...field('groupAttribute', wrong)}
          />
        </fieldset>
        <GroupRoles
          example="cn=klientu-centrs,ou=groups,dc=kuldiga,dc=lv"
          groups={draft.groups}
          onChange={(groups) => change('groups', groups)}
          wrong={wrong}
        />
        <Switch isSelected={draft.enabled} onChange={(enabled) => change('enabled', enabled)}>
          {say('sign-in-settings.enabled')}
        </Switch>
        {directory?.enabled && !draft.enabled && <Notice tone="warn" title={say('sign-in-settings.disable.means')} />}
        <DirectoryTrial
          directoryId={directory?.id ?? null}
          settings={parsed.success ? parsed.data : null}
          onIncomplete={() => setIsTried(true)}
        />
        {isTried && wrong.size > 0 && <Notice tone="bad" title={say('sign-in-settings.incomplete')} />}
        <Refused error={save.error} />
      </form>
    </Dialog>
  );
}
