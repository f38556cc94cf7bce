import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import { useMessages } from '../../messages/use-messages.ts';

interface SearchBoxProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Whether the box is being typed in, so that a keyboard is needed. */
  readonly onTyping: (isTyping: boolean) => void;
}

export function SearchBox({ value, onChange, onTyping }: SearchBoxProps) {
  const say = useMessages();
  return (
    <TextField
      type="search"
      label={say('service.search')}
      placeholder={say('service.searchHint')}
      value={value}
      onChange={onChange}
      onFocusChange={onTyping}
      autoComplete="off"
    />
  );
}
