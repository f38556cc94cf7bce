import { ProblemError, type ProblemType } from '@remote-clerk/shared/domain/problems.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import { type FormEvent, useState } from 'react';
import type { Messages } from '../../messages/lv.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Screen } from '../frame/Screen.tsx';
import { KeyPad } from '../keyboard/KeyPad.tsx';
import { codeKeys } from '../keyboard/layouts.ts';
import { useParts } from '../kiosk/kiosk-context.tsx';
import styles from './Enrol.module.css';

const refusals: Partial<Record<ProblemType, keyof Messages>> = {
  'code-not-valid': 'enrol.notValid',
  'invalid-request': 'enrol.incomplete',
  'too-many-requests': 'enrol.tooMany',
};

/** For staff: the code that ties this machine to its contact point, and the PIN with which it can be closed. */
export function Enrol() {
  const say = useMessages();
  const { kiosk } = useParts();
  const [code, setCode] = useState('');
  const [pin, setPin] = useState('');
  const [typing, setTyping] = useState<'code' | 'pin'>('code');
  const [trouble, setTrouble] = useState<keyof Messages | null>(null);
  const [isPending, setIsPending] = useState(false);
  const [contactPoint, setContactPoint] = useState<string | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const plain = code.toUpperCase().replaceAll(/[\s-]/g, '');
    if (!/^[A-Z0-9]{12}$/.test(plain)) return setTrouble('enrol.incomplete');
    if (pin && !/^\d{4,12}$/.test(pin)) return setTrouble('enrol.pinWrong');
    setIsPending(true);
    setTrouble(null);
    try {
      setContactPoint(await kiosk.enrol(plain, pin || undefined));
    } catch (error) {
      setTrouble((error instanceof ProblemError && refusals[error.type]) || 'enrol.unreachable');
    } finally {
      setIsPending(false);
    }
  };

  if (contactPoint !== null) {
    return (
      <Screen
        key="done"
        name="enrol"
        question={say('enrol.doneQuestion')}
        lede={say('enrol.done')}
        info={<p className={styles.contactPoint}>{contactPoint}</p>}
        onward={
          <Button variant="primary" onPress={() => kiosk.begin()}>
            {say('enrol.start')}
          </Button>
        }
      />
    );
  }

  const change = typing === 'code' ? setCode : setPin;
  return (
    <Screen
      key="code"
      name="enrol"
      question={say('enrol.question')}
      lede={say('enrol.lede')}
      info={trouble && <Notice tone="bad" title={say(trouble)} />}
      onward={
        <Button variant="primary" type="submit" form="enrolment" isPending={isPending}>
          {say('enrol.submit')}
        </Button>
      }
    >
      <form id="enrolment" className={styles.form} onSubmit={(event) => void submit(event)}>
        <TextField
          label={say('enrol.code')}
          description={say('enrol.codeHelp')}
          value={code}
          onChange={setCode}
          onFocus={() => setTyping('code')}
          autoComplete="off"
        />
        <TextField
          isOptional
          type="password"
          inputMode="numeric"
          label={say('enrol.pin')}
          description={say('enrol.pinHelp')}
          value={pin}
          onChange={setPin}
          onFocus={() => setTyping('pin')}
          autoComplete="off"
        />
      </form>
      <KeyPad
        rows={codeKeys}
        onKey={(key) => change((text) => text + key)}
        onDelete={() => change((text) => text.slice(0, -1))}
      />
    </Screen>
  );
}
