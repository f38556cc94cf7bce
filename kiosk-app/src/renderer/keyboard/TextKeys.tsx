import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { ArrowBigUp, Languages } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Key, KeyPad } from './KeyPad.tsx';
import { latinText, marks, texts } from './layouts.ts';

interface TextKeysProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** For whole sentences: a capital begins each, and any other is had with one touch before it. */
export function TextKeys({ value, onChange }: TextKeysProps) {
  const say = useMessages();
  const { language } = useLanguage();
  const [isShifted, setIsShifted] = useState(false);
  const [isLatin, setIsLatin] = useState(false);
  const own = texts[language];
  const hasOtherAlphabet = language === 'ru' || language === 'uk';
  const rows = isLatin && hasOtherAlphabet ? latinText : own;
  const isCapital = isShifted || value === '' || /[.?!]\s+$/.test(value);
  const press = (key: string) => {
    onChange(value + key);
    setIsShifted(false);
  };
  return (
    <KeyPad
      hasSpace
      rows={isCapital ? rows.map((row) => row.toLocaleUpperCase(language)) : rows}
      onKey={press}
      onDelete={() => onChange([...value].slice(0, -1).join(''))}
      besideSpace={
        <>
          <Key label={say('keyboard.shift')} isOn={isShifted} onPress={() => setIsShifted(!isShifted)}>
            <ArrowBigUp aria-hidden="true" />
          </Key>
          {hasOtherAlphabet && (
            <Key label={say(isLatin ? 'keyboard.own' : 'keyboard.latin')} onPress={() => setIsLatin(!isLatin)}>
              <Languages aria-hidden="true" />
            </Key>
          )}
          {[...marks].map((mark) => (
            <Key key={mark} label={mark} onPress={() => press(mark)} />
          ))}
        </>
      }
    />
  );
}
