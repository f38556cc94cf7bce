import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { ChevronLeft } from 'lucide-react';
import { useMessages } from '../../messages/use-messages.ts';

export function BackButton({ onPress }: { readonly onPress: () => void }) {
  const say = useMessages();
  return (
    <Button icon={ChevronLeft} onPress={onPress}>
      {say('back')}
    </Button>
  );
}
