import { LoaderCircle } from 'lucide-react';
import { useMessages } from '../../../messages/use-messages.ts';
import type { Step } from '../use-sign-in.ts';
import styles from './steps.module.css';

/** On the way to the organisation’s own sign-in, or back from it. */
export function WaitStep({ step }: { readonly step: Step }) {
  const say = useMessages();
  const isLeaving = step.kind === 'leaving';
  return (
    <div className={styles.wait} role="status">
      <LoaderCircle aria-hidden="true" />
      <h2 className={styles.question}>
        {isLeaving ? say('sign-in.leaving', { name: step.provider.name }) : say('sign-in.returning')}
      </h2>
      <p className={styles.hint}>{say(isLeaving ? 'sign-in.leaving.help' : 'sign-in.returning.help')}</p>
    </div>
  );
}
