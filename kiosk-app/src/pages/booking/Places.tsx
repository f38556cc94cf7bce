import { useEffect, useState } from 'react';
import { useBooking } from './booking-context.tsx';
import type { Booked } from './flow/booked.ts';
import type { Draft } from './flow/draft.ts';
import { go, goInstead, type Place, placeOf, useHash } from './flow/place.ts';
import { Screen } from './parts/Screen.tsx';
import { Trouble } from './parts/Trouble.tsx';
import { ChooseService } from './screens/ChooseService.tsx';
import { ChooseTime } from './screens/ChooseTime.tsx';
import { ChooseWhere } from './screens/ChooseWhere.tsx';
import { Details } from './screens/Details.tsx';
import { Done } from './screens/Done.tsx';
import { EnterCode } from './screens/EnterCode.tsx';
import { Own } from './screens/Own.tsx';

interface PlacesProps {
  /** Why it is not known what can be booked. */
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** Shows the screen that the address names, or the last one before it for which everything is known. */
export function Places({ error, onRetry }: PlacesProps) {
  const { say, bookable, draft, startAgain } = useBooking();
  const { place, code } = placeOf(useHash());
  const [ownCode, setOwnCode] = useState<string | null>(null);
  const [booked, setBooked] = useState<Booked | null>(null);
  const isOwn = place === 'done' || place === 'appointment' || place === 'move';
  // Whoever sits here next finds no way back to it.
  useEffect(() => {
    if (isOwn) return;
    setBooked(null);
    setOwnCode(null);
  }, [isOwn]);
  // The address that a letter gives is left when the appointment is moved.
  useEffect(() => {
    if (code) setOwnCode(code);
  }, [code]);

  if (place === 'code' || ((place === 'appointment' || place === 'move') && !code && !ownCode)) {
    const show = (typed: string) => {
      setOwnCode(typed);
      if (place === 'code') go('appointment');
    };
    return <EnterCode unknownCode={null} onCode={show} />;
  }
  if (place === 'appointment' || place === 'move') {
    const own = code ?? ownCode;
    return (
      <Own
        code={own}
        isMoving={place === 'move'}
        onCode={(typed) => {
          setOwnCode(typed);
          go('appointment');
        }}
      />
    );
  }
  if (place === 'done' && booked) return <Done booked={booked} />;
  if (!bookable) {
    return (
      <Screen title={say('service.question')} step={1}>
        {error === null ? <p role="status">{say('loading')}</p> : <Trouble error={error} onRetry={onRetry} />}
      </Screen>
    );
  }
  switch (reachable(place, draft)) {
    case 'where':
      return <ChooseWhere />;
    case 'time':
      return <ChooseTime />;
    case 'details': {
      const { held } = draft;
      if (!held) return <ChooseTime />;
      const done = (result: Booked) => {
        setBooked(result);
        setOwnCode(result.appointment.code);
        startAgain();
        goInstead('done');
      };
      return <Details held={held} onBooked={done} />;
    }
    default:
      return <ChooseService />;
  }
}

/** How far one can have come with what is chosen. */
function reachable(place: Place, { serviceId, channel, contactPointId, held }: Draft): Place {
  if (!serviceId || place === 'service' || place === 'done') return 'service';
  const hasWhere = channel === 'telephone' || (channel === 'kiosk' && contactPointId !== null);
  if (!hasWhere || place === 'where') return 'where';
  return held ? place : 'time';
}
