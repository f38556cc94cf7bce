import { type GuestRole, guestRoles } from '@remote-clerk/shared/contracts/call-ticket.ts';
import type { DeskConsultation } from '@remote-clerk/shared/contracts/views.ts';
import { type Language, languages } from '@remote-clerk/shared/domain/languages.ts';
import { languageNames } from '@remote-clerk/shared/i18n/language-names.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { Select } from '@remote-clerk/shared/ui/Select.tsx';
import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import { Link } from 'lucide-react';
import { useState } from 'react';
import { problemMessage } from '../../../app/problems.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import styles from './InviteByLink.module.css';
import { JoinLink } from './JoinLink.tsx';
import { useInvite } from './use-invite.ts';

/** A link for somebody who has no desk here. */
export function InviteByLink({ consultation }: { readonly consultation: DeskConsultation }) {
  const say = useMessages();
  const [role, setRole] = useState<GuestRole>('interpreter');
  const [name, setName] = useState('');
  const [language, setLanguage] = useState<Language>(consultation.language);
  const [isMissing, setIsMissing] = useState(false);
  const invite = useInvite(consultation.id);
  if (invite.data?.code) {
    return <JoinLink code={invite.data.code} invitation={invite.data.invitation} onAnother={() => invite.reset()} />;
  }
  const submit = () => {
    setIsMissing(name.trim() === '');
    if (name.trim() === '') return;
    invite.mutate({
      role,
      name: name.trim(),
      language: role === 'interpreter' ? language : null,
      accountId: null,
    });
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p>{say('call.link.means')}</p>
      <TextField
        label={say('call.link.name')}
        value={name}
        onChange={setName}
        maxLength={200}
        error={isMissing && name.trim() === '' ? say('call.link.name.missing') : undefined}
      />
      <div className={styles.choices}>
        <Select
          label={say('call.link.role')}
          items={guestRoles.map((id) => ({ id, label: say(`actor.${id}`) }))}
          value={role}
          onChange={setRole}
        />
        {role === 'interpreter' && (
          <Select
            label={say('call.link.language')}
            items={languages.map((id) => ({ id, label: languageNames[id] }))}
            value={language}
            onChange={setLanguage}
          />
        )}
      </div>
      {invite.isError && (
        <Notice tone="bad" title={say('call.invite.failed')} todo={say(problemMessage(invite.error))} />
      )}
      <div className={styles.submit}>
        <Button type="submit" icon={Link} variant="primary" isPending={invite.isPending}>
          {say('call.link.make')}
        </Button>
      </div>
    </form>
  );
}
