import type { AccountSecurity } from '@remote-clerk/shared/contracts/http/sign-in.ts';
import { useFormat } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Card } from '@remote-clerk/shared/ui/Card.tsx';
import { StatusBadge } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { Smartphone } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { AuthenticatorSetUp } from './AuthenticatorSetUp.tsx';
import styles from './account.module.css';

export function Authenticator({
  security: { oneTimeCodes, secondFactorRequired },
}: {
  readonly security: AccountSecurity;
}) {
  const say = useMessages();
  const format = useFormat();
  const [isSettingUp, setIsSettingUp] = useState(false);
  const badge = oneTimeCodes ? (
    <StatusBadge tone="good">{say('authenticator.on')}</StatusBadge>
  ) : (
    <StatusBadge tone="neutral">{say('authenticator.off')}</StatusBadge>
  );
  return (
    <Card title={say('authenticator.title')} aside={badge}>
      <div className={styles.form}>
        <p className={styles.soft}>{say('authenticator.help')}</p>
        {oneTimeCodes && <p>{say('authenticator.since', { date: format.shortDateTime(oneTimeCodes.since) })}</p>}
        {secondFactorRequired && <p>{say('authenticator.required')}</p>}
        {isSettingUp ? (
          <>
            {oneTimeCodes && <p>{say('authenticator.replaces')}</p>}
            <AuthenticatorSetUp onDone={() => setIsSettingUp(false)} />
            <Button variant="quiet" onPress={() => setIsSettingUp(false)}>
              {say('account.cancel')}
            </Button>
          </>
        ) : (
          <Button icon={Smartphone} onPress={() => setIsSettingUp(true)}>
            {say(oneTimeCodes ? 'authenticator.replace' : 'authenticator.set-up')}
          </Button>
        )}
      </div>
    </Card>
  );
}
