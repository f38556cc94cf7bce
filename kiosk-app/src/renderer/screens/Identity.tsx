import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { CircleQuestionMark, Fingerprint, IdCard } from 'lucide-react';
import { useMessages } from '../../messages/use-messages.ts';
import { BackButton } from '../frame/BackButton.tsx';
import { Screen } from '../frame/Screen.tsx';
import { useFlow, useParts } from '../kiosk/kiosk-context.tsx';
import { ChoiceCard } from './ChoiceCard.tsx';
import cards from './cards.module.css';
import { SigningIn } from './SigningIn.tsx';

/** How it is made sure of who the citizen is: they sign in, or show a document. */
export function Identity() {
  const say = useMessages();
  const { kiosk } = useParts();
  const { signIn, view } = useFlow();
  const provider = view?.signInThrough ?? '';
  if (signIn.state === 'asking') return <SigningIn provider={provider} />;
  return (
    <Screen
      name="identity"
      question={say('identity.question')}
      lede={say('identity.lede')}
      back={<BackButton onPress={() => void kiosk.back()} />}
    >
      {signIn.state === 'failed' && (
        <Notice
          tone="warn"
          title={say(signIn.problem === 'sign-in-failed' ? 'identity.failed' : 'identity.away')}
          todo={say('identity.failedTodo')}
          actions={
            <Button icon={CircleQuestionMark} onPress={() => void kiosk.requestHelp()}>
              {say('staff.call')}
            </Button>
          }
        />
      )}
      <ul className={`${cards.cards} ${cards.single}`}>
        <li>
          <ChoiceCard
            icon={Fingerprint}
            title={say('identity.signIn', { provider })}
            hint={say('identity.signInHint')}
            onPress={() => kiosk.dispatch({ kind: 'sign-in.started' })}
          />
        </li>
        <li>
          <ChoiceCard
            icon={IdCard}
            title={say('identity.document')}
            hint={say('identity.documentHint')}
            onPress={() => kiosk.dispatch({ kind: 'document.chosen' })}
          />
        </li>
      </ul>
    </Screen>
  );
}
