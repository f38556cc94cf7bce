import type { RightRequest } from '@remote-clerk/shared/contracts/rights.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { useNavigate } from 'react-router';
import { useMessages } from '../../../messages/use-messages.ts';
import { useTermWords } from '../parts/term-words.ts';
import { useRoleWords } from '../parts/use-role-words.ts';
import page from '../Rights.module.css';

interface AskedProps {
  readonly request: RightRequest;
  readonly onAnother: () => void;
}

/** It was asked: what happens next. */
export function Asked({ request, onAnother }: AskedProps) {
  const say = useMessages();
  const roleName = useRoleWords();
  const term = useTermWords();
  const navigate = useNavigate();
  const { account, role, organisation, approvalsNeeded, expiresAt } = request;
  return (
    <div className={page.form}>
      <Notice
        tone="good"
        title={say('rights.asked')}
        actions={
          <>
            <Button autoFocus onPress={() => void navigate('/rights/own')}>
              {say('rights.asked.see')}
            </Button>
            <Button variant="quiet" onPress={onAnother}>
              {say('rights.asked.another')}
            </Button>
          </>
        }
      >
        <p>
          {account.name} · {roleName(role)} · {organisation.name}
        </p>
        <p>{say('rights.asked.next', { count: approvalsNeeded, organisation: organisation.name })}</p>
        <p>{say('rights.asked.mail', { until: term.until(expiresAt) })}</p>
      </Notice>
    </div>
  );
}
