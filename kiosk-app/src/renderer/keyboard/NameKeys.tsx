import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Languages } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { KeyPad } from './KeyPad.tsx';
import { latinNames, names } from './layouts.ts';

interface NameKeysProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** Letters for a name: each word begins with a capital, and who writes in another alphabet may have Latin letters. */
export function NameKeys({ value, onChange }: NameKeysProps) {
  const say = useMessages();
  const { language } = useLanguage();
  const [isLatin, setIsLatin] = useState(false);
  const own = names[language];
  const isCapital = value === '' || /[\s-]$/.test(value);
  const rows = isLatin ? latinNames : own;
  return (
    <>
      <KeyPad
        hasSpace
        rows={isCapital ? rows.map((row) => row.toLocaleUpperCase(language)) : rows}
        onKey={(key) => onChange(value + key)}
        onDelete={() => onChange([...value].slice(0, -1).join(''))}
      />
      {own !== latinNames && (
        <div>
          <Button icon={Languages} variant="quiet" onPress={() => setIsLatin(!isLatin)}>
            {say(isLatin ? 'keyboard.own' : 'keyboard.latin')}
          </Button>
        </div>
      )}
    </>
  );
}
