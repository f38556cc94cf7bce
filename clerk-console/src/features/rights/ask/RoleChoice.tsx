import type { RightsRole, RoleId } from '@remote-clerk/shared/contracts/rights.ts';
import { ShieldCheck, UserRoundCheck } from 'lucide-react';
import { Label, Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { useMessages } from '../../../messages/use-messages.ts';
import { PermissionList } from '../parts/PermissionList.tsx';
import { permissionsOf, useRoleWords } from '../parts/use-role-words.ts';
import page from '../Rights.module.css';
import styles from './RoleChoice.module.css';

interface RoleChoiceProps {
  readonly roles: readonly RightsRole[];
  readonly value: RightsRole | undefined;
  readonly onChange: (id: RoleId) => void;
  readonly error?: string;
}

/** Roles beside what the chosen one lets one do, and how many have to approve it. */
export function RoleChoice({ roles, value, onChange, error }: RoleChoiceProps) {
  const say = useMessages();
  const roleName = useRoleWords();
  return (
    <div className={styles.choice}>
      <RadioGroup
        className={styles.group ?? ''}
        value={value?.id ?? null}
        isInvalid={error !== undefined}
        onChange={onChange}
      >
        <Label className={styles.label}>{say('rights.ask.role')}</Label>
        {roles.map((role) => (
          <Radio key={role.id} value={role.id} className={styles.role ?? ''}>
            <span className={styles.dot} aria-hidden="true" />
            <span className={styles.name}>{roleName(role)}</span>
            {role.high && <ShieldCheck aria-hidden="true" />}
          </Radio>
        ))}
        {error && (
          <p role="alert" className={page.error}>
            {error}
          </p>
        )}
      </RadioGroup>
      <div className={styles.means} aria-live="polite">
        {value ? (
          <>
            <h3>{say('rights.ask.allows', { role: roleName(value) })}</h3>
            <PermissionList permissions={permissionsOf(value, roles) ?? []} />
            <p className={styles.approvals}>
              {value.high ? <ShieldCheck aria-hidden="true" /> : <UserRoundCheck aria-hidden="true" />}
              {say(value.high ? 'rights.ask.two-approvals' : 'rights.ask.one-approval')}
            </p>
          </>
        ) : (
          <p className={page.soft}>{say('rights.ask.role.help')}</p>
        )}
      </div>
    </div>
  );
}
