import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import type { StaffMember } from '@remote-clerk/shared/contracts/http/organisations.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { StatusBadge } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { useMutation } from '@tanstack/react-query';
import { LogOut, Smartphone, UserX } from 'lucide-react';
import { AskOnce } from '../../app/AskOnce.tsx';
import { useAccount } from '../../app/account.ts';
import { useConsole } from '../../app/context.ts';
import { problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './AdministrationScreen.module.css';

interface StaffActionsProps {
  readonly member: StaffMember;
  readonly onDisable: () => void;
}

/** For when a computer was left open, a telephone was lost, or somebody has left. */
export function StaffActions({ member: { id, name }, onDisable }: StaffActionsProps) {
  const say = useMessages();
  const { api } = useConsole();
  const { permissions } = useAccount();
  const params = { accountId: id };
  const sessions = useMutation({ mutationFn: () => api.call(routes.endStaffSessions, { params }) });
  const factor = useMutation({ mutationFn: () => api.call(routes.resetSecondFactor, { params }) });
  const error = sessions.error ?? factor.error;
  return (
    <div className={styles.actions}>
      {error && <Notice tone="bad" title={say(problemMessage(error))} />}
      {sessions.isSuccess ? (
        <StatusBadge tone="good">{say('staff.sessions-ended')}</StatusBadge>
      ) : (
        <AskOnce
          icon={LogOut}
          label={say('staff.end-sessions')}
          question={say('staff.end-sessions.ask', { name })}
          yes={say('staff.end-sessions')}
          no={say('account.cancel')}
          isPending={sessions.isPending}
          onYes={() => sessions.mutate()}
        />
      )}
      {factor.isSuccess && <StatusBadge tone="good">{say('staff.factor-reset')}</StatusBadge>}
      {!factor.isSuccess && permissions.includes('sign-in.manage') && (
        <AskOnce
          icon={Smartphone}
          label={say('staff.reset-factor')}
          question={say('staff.reset-factor.ask', { name })}
          yes={say('staff.reset-factor')}
          no={say('account.cancel')}
          isPending={factor.isPending}
          onYes={() => factor.mutate()}
        />
      )}
      <Button icon={UserX} variant="danger" onPress={onDisable}>
        {say('staff.disable')}
      </Button>
    </div>
  );
}
