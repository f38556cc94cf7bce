import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import { ChevronRight } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useMessages } from '../../../messages/use-messages.ts';
import { BackButton } from '../../frame/BackButton.tsx';
import { Screen } from '../../frame/Screen.tsx';
import { NameKeys } from '../../keyboard/NameKeys.tsx';
import { Typing } from '../../keyboard/Typing.tsx';
import { useFlow, useParts } from '../../kiosk/kiosk-context.tsx';
import { Kept } from './Kept.tsx';

export function GiveName() {
  const say = useMessages();
  const { kiosk } = useParts();
  const { hold, contact } = useFlow().booking;
  const [isMissing, setIsMissing] = useState(false);
  const { name } = contact;

  const change = (text: string) => {
    setIsMissing(false);
    kiosk.dispatch({ kind: 'contact.typed', contact: { name: text } });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsMissing(name.trim() === '');
    kiosk.dispatch({ kind: 'name.given' });
  };
  return (
    <Screen
      name="book-name"
      question={say('name.question')}
      lede={say('name.lede')}
      info={hold && <Kept hold={hold} />}
      back={<BackButton onPress={() => void kiosk.back()} />}
      onward={
        <Button variant="primary" type="submit" form="name" iconEnd={ChevronRight}>
          {say('continue')}
        </Button>
      }
    >
      <Typing keys={<NameKeys value={name} onChange={change} />}>
        <form id="name" onSubmit={submit}>
          <TextField
            label={say('name.label')}
            error={isMissing ? say('name.missing') : undefined}
            value={name}
            onChange={change}
            maxLength={120}
            autoComplete="off"
            autoCorrect="off"
            spellCheck="false"
          />
        </form>
      </Typing>
    </Screen>
  );
}
