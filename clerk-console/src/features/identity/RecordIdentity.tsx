import { identityRoutes } from '@remote-clerk/shared/contracts/http/identity.ts';
import { IdentityEvidence } from '@remote-clerk/shared/contracts/identity.ts';
import { PersonalCode } from '@remote-clerk/shared/domain/personal-code.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Dialog } from '@remote-clerk/shared/ui/Dialog.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { Select } from '@remote-clerk/shared/ui/Select.tsx';
import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import { Save } from 'lucide-react';
import { useState } from 'react';
import { problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './IdentityBlock.module.css';
import type { CheckedDocument } from './use-record.ts';

interface RecordIdentityProps {
  readonly record: { mutate(seen: CheckedDocument): void; isPending: boolean; error: Error | null };
  readonly onClose: () => void;
}

/** Which document was seen, and who its holder is. */
export function RecordIdentity({ record, onClose }: RecordIdentityProps) {
  const say = useMessages();
  const [evidence, setEvidence] = useState<IdentityEvidence>('identity-card');
  const [name, setName] = useState({ givenName: '', familyName: '' });
  const [code, setCode] = useState('');
  const [isTried, setIsTried] = useState(false);
  const typed = code.trim() || null;
  const body = identityRoutes.recordIdentity.body.safeParse({ evidence, ...name, personalCode: typed });
  const missing = (text: string) => (isTried && text.trim() === '' ? say('identity.record.missing') : undefined);
  const isWrong = isTried && typed !== null && !PersonalCode.safeParse(typed).success;
  return (
    <Dialog title={say('identity.record.title')} isOpen onClose={onClose}>
      <form
        className={styles.form}
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          setIsTried(true);
          if (body.success) record.mutate(body.data);
        }}
      >
        <Select
          label={say('identity.record.evidence')}
          description={say('identity.record.number')}
          items={IdentityEvidence.options.map((id) => ({ id, label: say(`identity.evidence.${id}`) }))}
          value={evidence}
          onChange={setEvidence}
        />
        <div className={styles.names}>
          <TextField
            label={say('identity.record.given')}
            value={name.givenName}
            onChange={(givenName) => setName({ ...name, givenName })}
            maxLength={200}
            error={missing(name.givenName)}
          />
          <TextField
            label={say('identity.record.family')}
            value={name.familyName}
            onChange={(familyName) => setName({ ...name, familyName })}
            maxLength={200}
            error={missing(name.familyName)}
          />
        </div>
        <TextField
          label={say('identity.record.code')}
          isOptional
          value={code}
          onChange={setCode}
          maxLength={20}
          error={isWrong ? say('identity.record.code.wrong') : undefined}
        />
        {record.error && <Notice tone="bad" title={say('identity.failed')} todo={say(problemMessage(record.error))} />}
        <div className={styles.submit}>
          <Button type="submit" icon={Save} variant="primary" isPending={record.isPending}>
            {say('identity.record.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
