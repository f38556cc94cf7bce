import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { useMessages } from '../../../messages/use-messages.ts';
import { CodeForm } from '../CodeForm.tsx';
import type { StepProps } from '../use-sign-in.ts';
import styles from './steps.module.css';

export function CodeStep({ signIn, mustWait }: StepProps) {
  const say = useMessages();
  return (
    <div className={styles.step}>
      <h2 className={styles.question}>{say('sign-in.code.title')}</h2>
      <CodeForm
        description={say('sign-in.code.help')}
        submit={say('sign-in.submit')}
        isPending={signIn.code.isPending}
        mustWait={mustWait}
        onCode={(code, onRefused) => signIn.code.mutate(code, { onError: onRefused })}
      />
      <p className={styles.hint}>{say('sign-in.code.lost')}</p>
      <Button variant="quiet" isWide onPress={() => signIn.go({ kind: 'login' })}>
        {say('sign-in.begin-again')}
      </Button>
    </div>
  );
}
