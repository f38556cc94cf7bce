import { LiveRegion } from '@remote-clerk/shared/ui/LiveRegion.tsx';
import { useMessages } from '../../messages/use-messages.ts';
import { calledHere, screenOf } from '../flow/screen.ts';
import { useFlow } from '../kiosk/kiosk-context.tsx';
import { useWaitWords } from '../screens/use-wait-words.ts';

/** Reads aloud what changes without a touch: the place in the line, and that somebody answered. */
export function Announcer() {
  const say = useMessages();
  const waitWords = useWaitWords();
  const flow = useFlow();
  const screen = screenOf(flow);
  const consultation = flow.view?.consultation;
  const answered =
    screen === 'call' && consultation?.specialist
      ? say('call.answeredSpoken', { name: consultation.specialist.name })
      : '';
  const place =
    screen === 'waiting' && consultation?.place
      ? say('waiting.placeSpoken', {
          place: consultation.place,
          wait: consultation.wait
            ? say('wait.toWait', { wait: waitWords(consultation.wait) })
            : say('waiting.noEstimate'),
        })
      : '';
  const called = calledHere(flow);
  return (
    <>
      <LiveRegion message={place} />
      <LiveRegion message={answered || (called ? say('called.spoken', { number: called.number }) : '')} isUrgent />
    </>
  );
}
