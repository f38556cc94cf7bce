import { isHigh, type Permission } from '@remote-clerk/shared/contracts/permissions.ts';
import { VisuallyHidden } from '@remote-clerk/shared/ui/VisuallyHidden.tsx';
import { Check, ShieldCheck } from 'lucide-react';
import { useMessages } from '../../../messages/use-messages.ts';
import styles from './PermissionList.module.css';

/** What somebody may do, one line each; a shield beside what two people have to approve. */
export function PermissionList({ permissions }: { readonly permissions: readonly Permission[] }) {
  const say = useMessages();
  return (
    <ul className={styles.list}>
      {permissions.map((permission) => (
        <li key={permission}>
          {isHigh(permission) ? <ShieldCheck aria-hidden="true" /> : <Check aria-hidden="true" />}
          <span>
            {say(`permission.${permission}`)}
            {isHigh(permission) && <VisuallyHidden>, {say('rights.two-approvals')}</VisuallyHidden>}
          </span>
        </li>
      ))}
    </ul>
  );
}
