import type { CitizenIdentity } from '@remote-clerk/shared/contracts/identity.ts';
import type { ServiceCaseId } from '@remote-clerk/shared/domain/ids.ts';
import { useFormat } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { StatusBadge } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { IdCard } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './IdentityBlock.module.css';
import { PersonalCode } from './PersonalCode.tsx';
import { RecordIdentity } from './RecordIdentity.tsx';
import { useIdentity } from './use-identity.ts';
import { useRecordForCase } from './use-record.ts';

interface IdentityBlockProps {
  readonly caseId: ServiceCaseId;
  /** Nothing more is written down in a closed case. */
  readonly isOpen: boolean;
}

/** Who the citizen of a case is: how, when and by whom that was checked, the code in part, and a way to write it down. */
export function IdentityBlock({ caseId, isOpen }: IdentityBlockProps) {
  const say = useMessages();
  const [isRecording, setIsRecording] = useState(false);
  const { data } = useIdentity(caseId);
  const record = useRecordForCase(caseId, () => setIsRecording(false));
  if (!data) return null;
  const { identity, needed } = data;
  return (
    <section className={styles.block} aria-label={say('identity.title')}>
      {identity ? (
        <Known caseId={caseId} identity={identity} />
      ) : (
        <StatusBadge tone={needed ? 'warn' : 'neutral'}>
          {say(needed ? 'identity.unknown.needed' : 'identity.unknown')}
        </StatusBadge>
      )}
      {isOpen && identity?.method !== 'provider' && (
        <Button variant="quiet" icon={IdCard} onPress={() => setIsRecording(true)}>
          {say(identity ? 'identity.record.again' : 'identity.record')}
        </Button>
      )}
      {isRecording && <RecordIdentity record={record} onClose={() => setIsRecording(false)} />}
    </section>
  );
}

function Known({ caseId, identity }: { readonly caseId: ServiceCaseId; readonly identity: CitizenIdentity }) {
  const say = useMessages();
  const format = useFormat();
  const when = format.dateTime(identity.checkedAt);
  const how =
    identity.evidence === null
      ? say('identity.by.provider', { provider: identity.provider ?? '', when })
      : say('identity.by.document', {
          evidence: say(`identity.evidence.${identity.evidence}`),
          name: identity.checkedBy ?? '',
          when,
        });
  return (
    <div className={styles.known}>
      <p className={styles.name}>
        {identity.givenName} {identity.familyName}
      </p>
      <p className={styles.how}>{how}</p>
      <PersonalCode caseId={caseId} masked={identity.maskedCode} />
    </div>
  );
}
