import { useState } from 'react';
import { Button } from '../../common/Button.tsx';
import { useBooking } from '../booking-context.tsx';
import { go } from '../flow/place.ts';
import { useChosen } from '../flow/use-chosen.ts';
import type { Messages } from '../messages/lv.ts';
import { Choice } from '../parts/Choice.tsx';
import { Question } from '../parts/Question.tsx';
import { Screen } from '../parts/Screen.tsx';
import { ChoosePlace } from './ChoosePlace.tsx';

const words = {
  kiosk: { title: 'where.kiosk', words: 'where.kioskWords' },
  telephone: { title: 'where.telephone', words: 'where.telephoneWords' },
} as const satisfies Record<string, { title: keyof Messages; words: keyof Messages }>;

/** How the citizen and the specialist meet, where, and in which language. */
export function ChooseWhere() {
  const { say, language, draft, choose } = useBooking();
  const { service, contactPoint } = useChosen();
  const [isAsked, setIsAsked] = useState(false);
  const { channel } = draft;
  const isComplete = channel === 'telephone' || (channel === 'kiosk' && contactPoint !== null);
  const goOn = () => {
    setIsAsked(true);
    if (isComplete) go('time');
  };
  return (
    <Screen title={say('where.question')} lede={service?.name[language] ?? ''} step={2} back="service">
      <Question
        label={say('where.channel')}
        error={isAsked && channel === null ? say('where.chooseChannel') : undefined}
      >
        {(['kiosk', 'telephone'] as const)
          .filter((each) => service?.channels.includes(each))
          .map((each) => (
            <Choice
              key={each}
              name="channel"
              title={say(words[each].title)}
              isChosen={channel === each}
              onChoose={() => choose({ channel: each })}
            >
              {say(words[each].words)}
            </Choice>
          ))}
      </Question>
      {channel === 'kiosk' && (
        <ChoosePlace error={isAsked && contactPoint === null ? say('where.choosePlace') : undefined} />
      )}
      {service && service.languages.length > 1 && (
        <Question label={say('where.language')}>
          {service.languages.map((each) => (
            <Choice
              key={each}
              name="language"
              title={say(`language.${each}`)}
              isChosen={draft.language === each}
              onChoose={() => choose({ language: each })}
            />
          ))}
        </Question>
      )}
      <div>
        <Button variant="primary" onClick={goOn}>
          {say('continue')}
        </Button>
      </div>
    </Screen>
  );
}
