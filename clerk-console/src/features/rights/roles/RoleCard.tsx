import type { RightsRole } from '@remote-clerk/shared/contracts/rights.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Card } from '@remote-clerk/shared/ui/Card.tsx';
import { StatusBadge } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { Archive, Pencil, ShieldCheck } from 'lucide-react';
import { AskOnce } from '../../../app/AskOnce.tsx';
import { useMessages } from '../../../messages/use-messages.ts';
import { PermissionList } from '../parts/PermissionList.tsx';
import { permissionsOf, useRoleWords } from '../parts/use-role-words.ts';
import page from '../Rights.module.css';

interface RoleCardProps {
  readonly role: RightsRole;
  /** The name of the organisation whose role it is. */
  readonly owner: string | null;
  readonly isRetiring?: boolean;
  /** Left out where a role cannot be changed. */
  readonly onChange?: () => void;
  readonly onRetire?: () => void;
}

/** What a role lets its holders do, and what can be done with it. */
export function RoleCard({ role, owner, isRetiring = false, onChange, onRetire }: RoleCardProps) {
  const say = useMessages();
  const roleName = useRoleWords();
  return (
    <Card
      title={roleName(role)}
      aside={
        role.retired ? (
          <StatusBadge tone="neutral">{say('rights.roles.retired')}</StatusBadge>
        ) : (
          role.high && (
            <StatusBadge tone="info" icon={ShieldCheck}>
              {say('rights.two-approvals')}
            </StatusBadge>
          )
        )
      }
    >
      {owner && <p className={page.soft}>{say('rights.roles.of', { organisation: owner })}</p>}
      <PermissionList permissions={permissionsOf(role, [role]) ?? []} />
      {!role.retired && onChange && onRetire && (
        <div className={page.tools}>
          <Button icon={Pencil} aria-label={`${say('rights.roles.change')}: ${roleName(role)}`} onPress={onChange}>
            {say('rights.roles.change')}
          </Button>
          <AskOnce
            icon={Archive}
            label={say('rights.roles.retire')}
            question={say('rights.roles.retire.means')}
            yes={say('rights.roles.retire')}
            no={say('rights.cancel')}
            isPending={isRetiring}
            onYes={onRetire}
          />
        </div>
      )}
    </Card>
  );
}
