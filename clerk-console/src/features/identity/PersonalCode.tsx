import { identityRoutes } from '@remote-clerk/shared/contracts/http/identity.ts';
import { RevealReason } from '@remote-clerk/shared/contracts/identity.ts';
import type { ServiceCaseId } from '@remote-clerk/shared/domain/ids.ts';
import { type PersonalCode as Code, formatPersonalCode } from '@remote-clerk/shared/domain/personal-code.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Dialog } from '@remote-clerk/shared/ui/Dialog.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { RadioCards } from '@remote-clerk/shared/ui/RadioCards.tsx';
import { useMutation } from '@tanstack/react-query';
import { Eye, EyeOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useConsole } from '../../app/context.ts';
import { problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './IdentityBlock.module.css';

const shownSeconds = 30;

interface PersonalCodeProps {
  readonly caseId: ServiceCaseId;
  /** Null where none was asked for. */
  readonly masked: string | null;
}

/** The code in part; whole for half a minute to who says why. */
export function PersonalCode({ caseId, masked }: PersonalCodeProps) {
  const say = useMessages();
  const [isAsking, setIsAsking] = useState(false);
  const [whole, setWhole] = useState<Code | null>(null);
  if (masked === null) return <p>{`${say('identity.code')}: ${say('identity.code.none')}`}</p>;
  if (whole) return <Shown code={whole} onHide={() => setWhole(null)} />;
  return (
    <div className={styles.code}>
      <span>{say('identity.code')}</span>
      <span className={styles.digits}>{masked}</span>
      <Button variant="quiet" icon={Eye} onPress={() => setIsAsking(true)}>
        {say('identity.show')}
      </Button>
      {isAsking && (
        <AskWhy
          caseId={caseId}
          onClose={() => setIsAsking(false)}
          onTold={(code) => {
            setWhole(code);
            setIsAsking(false);
          }}
        />
      )}
    </div>
  );
}

function Shown({ code, onHide }: { readonly code: Code; readonly onHide: () => void }) {
  const say = useMessages();
  const [left, setLeft] = useState(shownSeconds);
  useEffect(() => {
    const timer = setInterval(() => setLeft((before) => before - 1), 1000);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (left <= 0) onHide();
  }, [left, onHide]);
  return (
    <div className={styles.code}>
      <span>{say('identity.code')}</span>
      <strong className={styles.digits}>{formatPersonalCode(code)}</strong>
      <Button variant="quiet" icon={EyeOff} onPress={onHide}>
        {say('identity.hide')}
      </Button>
      <span role="timer" aria-live="off">
        {say('identity.hides', { n: left })}
      </span>
    </div>
  );
}

interface AskWhyProps {
  readonly caseId: ServiceCaseId;
  readonly onClose: () => void;
  readonly onTold: (code: Code) => void;
}

function AskWhy({ caseId, onClose, onTold }: AskWhyProps) {
  const say = useMessages();
  const { api } = useConsole();
  const [reason, setReason] = useState<RevealReason | null>(null);
  const reveal = useMutation({
    mutationFn: (why: RevealReason) =>
      api.call(identityRoutes.revealPersonalCode, { params: { caseId }, body: { reason: why } }),
    onSuccess: ({ personalCode }) => onTold(personalCode),
    // Nothing keeps the answer when the dialog is gone.
    gcTime: 0,
  });
  return (
    <Dialog
      title={say('identity.show.question')}
      isOpen
      onClose={onClose}
      actions={
        <Button
          variant="primary"
          icon={Eye}
          isDisabled={reason === null}
          isPending={reveal.isPending}
          onPress={() => reason && reveal.mutate(reason)}
        >
          {say('identity.show.do')}
        </Button>
      }
    >
      <div className={styles.form}>
        <p>{say('identity.show.record')}</p>
        <RadioCards
          label={say('identity.show.question')}
          isLabelHidden
          isSingleColumn
          choices={RevealReason.options.map((id) => ({ id, title: say(`identity.reason.${id}`) }))}
          value={reason}
          onChange={setReason}
        />
        {reveal.isError && (
          <Notice tone="bad" title={say('identity.failed')} todo={say(problemMessage(reveal.error))} />
        )}
      </div>
    </Dialog>
  );
}
