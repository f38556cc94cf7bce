import type { SignInWay } from '@remote-clerk/shared/contracts/http/sign-in.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Building2, KeyRound, RectangleEllipsis } from 'lucide-react';
import { useMessages } from '../../../messages/use-messages.ts';
import type { StepProps } from '../use-sign-in.ts';
import styles from './steps.module.css';
import { WhoRow } from './WhoRow.tsx';

const icons = { provider: Building2, password: RectangleEllipsis, passkey: KeyRound };

/** How to go on, where there is more than one way: the organisation’s own first. */
export function WaysStep({ signIn, mustWait }: StepProps) {
  const say = useMessages();
  const words = (way: SignInWay) =>
    way.kind === 'provider' ? say('sign-in.with-provider', { name: way.name }) : say(`sign-in.with-${way.kind}`);
  return (
    <div className={styles.step}>
      <h2 className={styles.question}>{say('sign-in.ways.title')}</h2>
      <WhoRow signIn={signIn} />
      {signIn.ways.map((way, index) => (
        <Button
          key={way.kind === 'provider' ? way.id : way.kind}
          icon={icons[way.kind]}
          variant={index === 0 ? 'primary' : 'secondary'}
          autoFocus={index === 0}
          isWide
          isDisabled={mustWait}
          onPress={() => signIn.choose(way)}
        >
          {words(way)}
        </Button>
      ))}
    </div>
  );
}
