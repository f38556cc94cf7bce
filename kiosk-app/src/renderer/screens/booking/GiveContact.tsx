import { CitizenContact } from '@remote-clerk/shared/contracts/appointments.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import { CalendarCheck } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useMessages } from '../../../messages/use-messages.ts';
import { BackButton } from '../../frame/BackButton.tsx';
import { Screen } from '../../frame/Screen.tsx';
import { KeyPad } from '../../keyboard/KeyPad.tsx';
import { emailKeys, phoneKeys } from '../../keyboard/layouts.ts';
import { Typing } from '../../keyboard/Typing.tsx';
import { useFlow, useParts } from '../../kiosk/kiosk-context.tsx';
import styles from './form.module.css';
import { Kept } from './Kept.tsx';

const { email: Email, phone: Phone } = CitizenContact.shape;
const isRight = (schema: typeof Email | typeof Phone, text: string) =>
  text.trim() === '' || schema.safeParse(text.trim()).success;

/** An e-mail address or a telephone number, or neither. */
export function GiveContact() {
  const say = useMessages();
  const { kiosk } = useParts();
  const { hold, contact, isConfirming, trouble } = useFlow().booking;
  const [typing, setTyping] = useState<'email' | 'phone'>('email');
  const [isChecked, setIsChecked] = useState(false);

  const wrong = { email: !isRight(Email, contact.email), phone: !isRight(Phone, contact.phone) };
  const change = (field: 'email' | 'phone') => (text: string) => {
    setIsChecked(false);
    kiosk.dispatch({ kind: 'contact.typed', contact: { [field]: text } });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (!wrong.email && !wrong.phone) void kiosk.booking.confirm();
  };
  const type = change(typing);
  return (
    <Screen
      name="book-contact"
      question={say('contact.question')}
      lede={say('contact.lede')}
      info={
        <>
          {hold && <Kept hold={hold} />}
          {trouble?.kind === 'failed' && (
            <Notice tone="bad" title={say('contact.failed')} todo={say('contact.failedTodo')} code={trouble.problem} />
          )}
        </>
      }
      back={<BackButton onPress={() => void kiosk.back()} />}
      onward={
        <Button
          variant="primary"
          type="submit"
          form="contact"
          icon={CalendarCheck}
          isPending={isConfirming}
          pendingLabel={say('contact.pending')}
        >
          {say('contact.submit')}
        </Button>
      }
    >
      <Typing
        keys={
          <KeyPad
            rows={typing === 'email' ? emailKeys : phoneKeys}
            onKey={(key) => type(contact[typing] + key)}
            onDelete={() => type(contact[typing].slice(0, -1))}
          />
        }
      >
        <form id="contact" className={styles.form} onSubmit={submit} noValidate>
          <TextField
            isOptional
            label={say('contact.email')}
            description={say('contact.emailHelp')}
            error={isChecked && wrong.email ? say('contact.emailWrong') : undefined}
            inputMode="email"
            value={contact.email}
            onChange={change('email')}
            onFocus={() => setTyping('email')}
            maxLength={200}
            autoComplete="off"
            spellCheck="false"
          />
          <TextField
            isOptional
            label={say('contact.phone')}
            description={say('contact.phoneHelp')}
            error={isChecked && wrong.phone ? say('contact.phoneWrong') : undefined}
            inputMode="tel"
            value={contact.phone}
            onChange={change('phone')}
            onFocus={() => setTyping('phone')}
            maxLength={20}
            autoComplete="off"
          />
        </form>
      </Typing>
    </Screen>
  );
}
