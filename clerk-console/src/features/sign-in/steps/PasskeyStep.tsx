import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { KeyRound } from 'lucide-react';
import { useMessages } from '../../../messages/use-messages.ts';
import type { StepProps } from '../use-sign-in.ts';
import { OtherWay } from './OtherWay.tsx';
import styles from './steps.module.css';
import { WhoRow } from './WhoRow.tsx';

export function PasskeyStep({ signIn, mustWait }: StepProps) {
  const say = useMessages();
  const { passkey } = signIn;
  return (
    <div className={styles.step}>
      <h2 className={styles.question}>{say('sign-in.passkey.title')}</h2>
      <WhoRow signIn={signIn} />
      <p className={styles.hint}>{say('sign-in.passkey.help')}</p>
      <Button
        variant="primary"
        icon={KeyRound}
        isWide
        isPending={passkey.isPending}
        isDisabled={mustWait}
        onPress={() => passkey.mutate('dialog')}
      >
        {say('sign-in.with-passkey')}
      </Button>
      <OtherWay signIn={signIn} />
    </div>
  );
}
