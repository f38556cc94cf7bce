import { NameText } from '@remote-clerk/shared/contracts/localized.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import { KeyRound } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { isProblem, problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { PasskeyError } from '../sign-in/passkeys.ts';
import styles from './account.module.css';
import { SignInAgain } from './SignInAgain.tsx';
import { usePasskeys } from './use-security.ts';

/** Makes a passkey, with a name by which its owner will know it again. */
export function PasskeySetUp({ onDone }: { readonly onDone: () => void }) {
  const say = useMessages();
  const [name, setName] = useState('');
  const [isTried, setIsTried] = useState(false);
  const { add } = usePasskeys(onDone);
  const isMissing = !NameText.safeParse(name).success;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (!isMissing) add.mutate(name.trim());
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      {add.isError && <PasskeyRefusal error={add.error} />}
      <TextField
        label={say('passkey.name')}
        description={say('passkey.name.help')}
        autoFocus
        error={isTried && isMissing ? say('passkey.name.missing') : undefined}
        value={name}
        onChange={setName}
      />
      <Button type="submit" variant="primary" icon={KeyRound} isPending={add.isPending}>
        {say('passkey.make')}
      </Button>
    </form>
  );
}

function PasskeyRefusal({ error }: { readonly error: unknown }) {
  const say = useMessages();
  if (isProblem(error, 'sign-in-again')) return <SignInAgain />;
  if (!(error instanceof PasskeyError)) return <Notice tone="bad" title={say(problemMessage(error))} />;
  const isKnown = error.reason === 'known-already';
  return (
    <Notice
      tone={isKnown ? 'info' : 'warn'}
      title={say(isKnown ? 'passkey.known' : 'passkey.not-made')}
      todo={isKnown ? undefined : say('passkey.not-made.todo')}
    />
  );
}
