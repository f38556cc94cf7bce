import { useBooking } from '../booking-context.tsx';
import type { Held } from '../flow/draft.ts';
import { addressOf } from '../flow/place.ts';
import { useChosen } from '../flow/use-chosen.ts';
import { Facts } from '../parts/Facts.tsx';

/** What is about to be booked. */
export function YourChoice({ held }: { readonly held: Held }) {
  const { say, language, formatAt, bookable, draft } = useBooking();
  const { service } = useChosen();
  const place = bookable?.contactPoints.find(({ id }) => id === held.contactPointId);
  const when = formatAt(place?.timeZone).dateTime(held.startsAt);
  return (
    <section aria-label={say('details.yourChoice')}>
      <Facts
        facts={[
          { term: say('facts.service'), words: service?.name[language] },
          {
            term: say('facts.when'),
            words: (
              <>
                {when} <a href={addressOf('time')}>{say('change')}</a>
              </>
            ),
          },
          {
            term: say('facts.where'),
            words: draft.channel === 'telephone' ? say('facts.telephone') : `${place?.name}, ${place?.address}`,
          },
        ]}
      />
    </section>
  );
}
