import {
  type IdentityProvider,
  identityAdministrationRoutes,
} from '@remote-clerk/shared/contracts/http/identity-administration.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Dialog } from '@remote-clerk/shared/ui/Dialog.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { Switch } from '@remote-clerk/shared/ui/Switch.tsx';
import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useConsole } from '../../app/context.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { GroupRoles } from './GroupRoles.tsx';
import { draftOf, parseDraft } from './provider-draft.ts';
import { Refused } from './Refused.tsx';
import styles from './SignInSettings.module.css';
import { useForm } from './use-form.ts';
import { useReadAgain } from './use-settings.ts';
import { focusFirstWrong, wrongFields } from './wrong-fields.ts';

interface ProviderFormProps {
  /** Null for a new one. */
  readonly provider: IdentityProvider | null;
  readonly onClose: () => void;
}

/** What is said of an OpenID Connect provider, and what it has to be told of this system. */
export function ProviderForm({ provider, onClose }: ProviderFormProps) {
  const say = useMessages();
  const { api } = useConsole();
  const form = useId();
  const readAgain = useReadAgain();
  const { draft, change, field } = useForm(() => draftOf(provider));
  const [isTried, setIsTried] = useState(false);
  const parsed = parseDraft(draft);
  const save = useMutation({
    mutationFn: async () => {
      if (!parsed.success) return;
      const { changeIdentityProvider, createIdentityProvider } = identityAdministrationRoutes;
      const body = parsed.data;
      if (provider) await api.call(changeIdentityProvider, { params: { providerId: provider.id }, body });
      else await api.call(createIdentityProvider, { body: { ...body, clientSecret: body.clientSecret ?? null } });
      await readAgain();
      onClose();
    },
  });
  const wrong = wrongFields(isTried && !parsed.success ? parsed.error : save.error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setIsTried(true);
    if (!parsed.success) focusFirstWrong(event.currentTarget);
    if (parsed.success && !save.isPending) save.mutate();
  };

  return (
    <Dialog
      title={say(provider ? 'sign-in-settings.provider.change' : 'sign-in-settings.provider.new')}
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
            label={say('sign-in-settings.issuer')}
            description={say('sign-in-settings.issuer.help')}
            {...field('issuer', wrong)}
          />
          <TextField label={say('sign-in-settings.client-id')} autoComplete="off" {...field('clientId', wrong)} />
          <TextField
            label={say('sign-in-settings.client-secret')}
            description={provider?.hasSecret ? say('sign-in-settings.secret.kept') : undefined}
            isOptional
            type="password"
            autoComplete="new-password"
            {...field('clientSecret', wrong)}
          />
          <TextField label={say('sign-in-settings.scopes')} {...field('scopes', wrong)} />
        </fieldset>
        {provider && (
          <dl className={styles.facts}>
            <dt>{say('sign-in-settings.redirect-uri')}</dt>
            <dd>{provider.redirectUri}</dd>
            <dt>{say('sign-in-settings.logout-uri')}</dt>
            <dd>{provider.backChannelLogoutUri}</dd>
          </dl>
        )}
        <fieldset className={styles.group}>
          <legend className={styles.legend}>{say('sign-in-settings.people')}</legend>
          <TextField
            label={say('sign-in-settings.domains')}
            description={say('sign-in-settings.domains.help')}
            isOptional
            {...field('domains', wrong)}
          />
          <p className={styles.soft}>{say('sign-in-settings.claims.help')}</p>
          <TextField label={say('sign-in.username')} isOptional {...field('username', wrong, 'claims.username')} />
          <TextField
            label={say('sign-in-settings.attribute.email')}
            isOptional
            {...field('email', wrong, 'claims.email')}
          />
          <TextField label={say('sign-in-settings.attribute.name')} {...field('personName', wrong, 'claims.name')} />
          <TextField
            label={say('sign-in-settings.groups.found')}
            isOptional
            {...field('groupsClaim', wrong, 'claims.groups')}
          />
        </fieldset>
        <GroupRoles
          example="klientu-centrs"
          groups={draft.groups}
          onChange={(groups) => change('groups', groups)}
          wrong={wrong}
        />
        <Switch isSelected={draft.createsAccounts} onChange={(creates) => change('createsAccounts', creates)}>
          {say('sign-in-settings.creates-accounts')}
        </Switch>
        <Switch isSelected={draft.enabled} onChange={(enabled) => change('enabled', enabled)}>
          {say('sign-in-settings.enabled')}
        </Switch>
        {provider?.enabled && !draft.enabled && <Notice tone="warn" title={say('sign-in-settings.disable.means')} />}
        {isTried && wrong.size > 0 && <Notice tone="bad" title={say('sign-in-settings.incomplete')} />}
        <Refused error={save.error} />
      </form>
    </Dialog>
  );
}
