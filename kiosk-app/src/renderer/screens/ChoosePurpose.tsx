import { CalendarCheck, CalendarPlus, MessagesSquare } from 'lucide-react';
import { useMessages } from '../../messages/use-messages.ts';
import { BackButton } from '../frame/BackButton.tsx';
import { Screen } from '../frame/Screen.tsx';
import { useParts } from '../kiosk/kiosk-context.tsx';
import { ChoiceCard } from './ChoiceCard.tsx';
import styles from './cards.module.css';

const purposes = [
  { purpose: 'talk', words: 'talk', icon: MessagesSquare },
  { purpose: 'check-in', words: 'checkIn', icon: CalendarCheck },
  { purpose: 'book', words: 'book', icon: CalendarPlus },
] as const;

/** What somebody has come for. */
export function ChoosePurpose() {
  const say = useMessages();
  const { kiosk } = useParts();
  return (
    <Screen name="purpose" question={say('purpose.question')} back={<BackButton onPress={() => void kiosk.back()} />}>
      <ul className={`${styles.cards} ${styles.single}`}>
        {purposes.map(({ purpose, words, icon }) => (
          <li key={purpose}>
            <ChoiceCard
              icon={icon}
              title={say(`purpose.${words}`)}
              hint={say(`purpose.${words}Hint`)}
              onPress={() => kiosk.dispatch({ kind: 'purpose.chosen', purpose })}
            />
          </li>
        ))}
      </ul>
    </Screen>
  );
}
