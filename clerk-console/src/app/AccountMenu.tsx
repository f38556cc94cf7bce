import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { LanguageSwitch } from '@remote-clerk/shared/ui/LanguageSwitch.tsx';
import { CircleUserRound, LogOut, Settings2 } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { useNavigate } from 'react-router';
import { useMessages } from '../messages/use-messages.ts';
import styles from './AccountMenu.module.css';
import { useAccount } from './account.ts';
import { accountPath } from './places.ts';
import { useSignOut } from './session.ts';

/** Who is signed in, the language, and the way out. */
export function AccountMenu() {
  const say = useMessages();
  const account = useAccount();
  const signOut = useSignOut();
  const navigate = useNavigate();
  return (
    <DialogTrigger>
      <AriaButton className={styles.button ?? ''}>
        <CircleUserRound aria-hidden="true" />
        {say('account.label')}
      </AriaButton>
      <Popover className={styles.popover ?? ''} placement="right bottom" offset={8}>
        <Dialog className={styles.menu ?? ''} aria-label={say('account.label')}>
          <div>
            <p className={styles.name}>{account.name}</p>
            <p className={styles.role}>{account.jobTitle ?? say(`post.${account.post}`)}</p>
            <p className={styles.role}>{account.organisation.name}</p>
          </div>
          <LanguageSwitch />
          <Button icon={Settings2} isWide onPress={() => void navigate(accountPath)} slot="close">
            {say('account.open')}
          </Button>
          <p className={styles.role}>{say('account.shortcuts')}</p>
          <Button icon={LogOut} isWide isPending={signOut.isPending} onPress={() => signOut.mutate()}>
            {say('account.sign-out')}
          </Button>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
