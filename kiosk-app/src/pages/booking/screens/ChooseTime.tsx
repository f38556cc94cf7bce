import { useNow } from '@remote-clerk/shared/ui/use-now.ts';
import { Button } from '../../common/Button.tsx';
import { useBooking } from '../booking-context.tsx';
import { go } from '../flow/place.ts';
import { useChosen } from '../flow/use-chosen.ts';
import { Notice } from '../parts/Notice.tsx';
import { Screen } from '../parts/Screen.tsx';
import { TimePicker } from './TimePicker.tsx';

/** When: a time that is touched is kept at once. */
export function ChooseTime() {
  const { say, language, formatAt, bookable, draft, hold } = useBooking();
  const { service, contactPoint } = useChosen();
  const now = useNow();
  const { held } = draft;
  const place = draft.channel === 'kiosk' ? contactPoint : null;
  const timeZone = place?.timeZone ?? 'Europe/Riga';
  if (!service || !draft.channel) return null;
  return (
    <Screen
      title={say('time.question')}
      lede={[service.name[language], place?.name ?? say('where.telephone')].join(' · ')}
      step={3}
      back="where"
    >
      {held && held.until > now && (
        <Notice
          tone="info"
          title={say('time.held', { when: formatAt(timeZone).dateTime(held.startsAt) })}
          actions={<Button onClick={() => go('details')}>{say('time.useHeld')}</Button>}
        />
      )}
      <TimePicker
        wish={{
          serviceId: service.id,
          channel: draft.channel,
          language: draft.language ?? language,
          ...(place && { contactPointId: place.id, near: draft.near ? 'true' : 'false' }),
        }}
        timeZone={timeZone}
        contactPoints={bookable?.contactPoints ?? []}
        onPick={async (time) => {
          await hold(time);
          go('details');
        }}
        otherwise={<Button onClick={() => go('where')}>{say('time.otherPlace')}</Button>}
      />
    </Screen>
  );
}
