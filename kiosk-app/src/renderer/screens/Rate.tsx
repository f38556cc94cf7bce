import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { FaceRating, type Rating } from '@remote-clerk/shared/ui/FaceRating.tsx';
import { useState } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Screen } from '../frame/Screen.tsx';
import { useParts } from '../kiosk/kiosk-context.tsx';

/** How it went: one touch, or none. */
export function Rate() {
  const say = useMessages();
  const { kiosk } = useParts();
  const [rating, setRating] = useState<Rating | null>(null);
  return (
    <Screen
      name="rating"
      question={say('rating.question')}
      lede={say('rating.lede')}
      onward={
        <Button variant="quiet" onPress={() => kiosk.dispatch({ kind: 'rating.declined' })}>
          {say('rating.skip')}
        </Button>
      }
    >
      <FaceRating
        label={say('rating.question')}
        isLabelHidden
        value={rating}
        onChange={(chosen) => {
          setRating(chosen);
          void kiosk.rate(chosen);
        }}
      />
    </Screen>
  );
}
