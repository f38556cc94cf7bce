import type { Language } from '@remote-clerk/shared/domain/languages.ts';
import { KeyPad } from './KeyPad.tsx';
import { letters } from './layouts.ts';

interface KeyboardProps {
  readonly language: Language;
  readonly onKey: (key: string) => void;
  readonly onDelete: () => void;
}

/** Letters of the language on screen: a kiosk has no other keyboard. */
export function Keyboard({ language, onKey, onDelete }: KeyboardProps) {
  return <KeyPad rows={letters[language]} onKey={onKey} onDelete={onDelete} hasSpace />;
}
