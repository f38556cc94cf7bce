import type { AccountSecurity } from '@remote-clerk/shared/contracts/http/sign-in.ts';
import { useFormat } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Card } from '@remote-clerk/shared/ui/Card.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { KeyRound, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { AskOnce } from '../../app/AskOnce.tsx';
import { useConsole } from '../../app/context.ts';
import { isProblem, problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './account.module.css';
import { PasskeySetUp } from './PasskeySetUp.tsx';
import { SignInAgain } from './SignInAgain.tsx';
import { usePasskeys } from './use-security.ts';

export function Passkeys({ security: { passkeys } }: { readonly security: AccountSecurity }) {
  const say = useMessages();
  const format = useFormat();
  const browser = useConsole().passkeys;
  const { remove } = usePasskeys();
  const [isAdding, setIsAdding] = useState(false);
  const removing = remove.isPending ? remove.variables : null;
  return (
    <Card title={say('passkeys.title')}>
      <div className={styles.form}>
        <p className={styles.soft}>{say('passkeys.help')}</p>
        {isProblem(remove.error, 'sign-in-again') && <SignInAgain />}
        {remove.isError && !isProblem(remove.error, 'sign-in-again') && (
          <Notice
            tone="bad"
            title={say(isProblem(remove.error, 'conflict') ? 'passkeys.last' : problemMessage(remove.error))}
          />
        )}
        {passkeys.length > 0 && (
          <ul className={styles.rows}>
            {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
              <li key={id} className={styles.row}>
                <div>
                  <p className={styles.name}>{name}</p>
                  <p className={styles.soft}>{say('passkeys.since', { date: format.shortDateTime(createdAt) })}</p>
                  <p className={styles.soft}>
                    {lastUsedAt
                      ? say('passkeys.used', { date: format.shortDateTime(lastUsedAt) })
                      : say('passkeys.unused')}
                  </p>
                </div>
                <AskOnce
                  icon={Trash2}
                  label={say('passkeys.remove')}
                  question={say('passkeys.remove.ask', { name })}
                  yes={say('passkeys.remove')}
                  no={say('account.cancel')}
                  isPending={removing === id}
                  onYes={() => remove.mutate(id)}
                />
              </li>
            ))}
          </ul>
        )}
        {!browser.isSupported() && <Notice tone="info" title={say('passkeys.unsupported')} />}
        {isAdding && (
          <>
            <PasskeySetUp onDone={() => setIsAdding(false)} />
            <Button variant="quiet" onPress={() => setIsAdding(false)}>
              {say('account.cancel')}
            </Button>
          </>
        )}
        {browser.isSupported() && !isAdding && (
          <Button icon={KeyRound} onPress={() => setIsAdding(true)}>
            {say('passkeys.add')}
          </Button>
        )}
      </div>
    </Card>
  );
}
