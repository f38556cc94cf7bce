import type { Account } from '@remote-clerk/shared/contracts/http/account.ts';
import { Outlet } from 'react-router';
import { SpecialistArea } from '../features/desk/SpecialistArea.tsx';
import { AccountContext } from './account.ts';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { LiveStatusContext, useLiveConnection } from './live/use-live.ts';
import { mayServe } from './places.ts';
import { Rail } from './Rail.tsx';
import styles from './SignedIn.module.css';
import { SessionLimits } from './session-limits/SessionLimits.tsx';

export function SignedIn({ account }: { readonly account: Account }) {
  const live = useLiveConnection(account.id);
  return (
    <AccountContext value={account}>
      <LiveStatusContext value={live}>
        <div className={styles.frame}>
          <Rail />
          <SessionLimits />
          <div className={styles.rest}>
            <ConnectionBanner />
            {mayServe(account) ? (
              <SpecialistArea>
                <Outlet />
              </SpecialistArea>
            ) : (
              <Outlet />
            )}
          </div>
        </div>
      </LiveStatusContext>
    </AccountContext>
  );
}
