import { languages } from '@remote-clerk/shared/domain/languages.ts';
import { languageNames } from '@remote-clerk/shared/i18n/language-names.ts';
import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { messages } from '../../messages/messages.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { BackButton } from '../frame/BackButton.tsx';
import { Screen } from '../frame/Screen.tsx';
import { useParts } from '../kiosk/kiosk-context.tsx';
import { ChoiceCard } from './ChoiceCard.tsx';
import styles from './cards.module.css';

export function ChooseLanguage() {
  const say = useMessages();
  const { kiosk } = useParts();
  const { setLanguage } = useLanguage();
  return (
    <Screen
      name="language"
      question={say('language.question')}
      lede={say('language.lede')}
      back={<BackButton onPress={() => void kiosk.back()} />}
    >
      <ul className={`${styles.cards} ${styles.single}`}>
        {languages.map((language) => (
          <li key={language}>
            <ChoiceCard
              lang={language}
              title={languageNames[language]}
              hint={messages[language]['language.choose']}
              onPress={() => {
                setLanguage(language);
                kiosk.dispatch({ kind: 'language.chosen' });
              }}
            />
          </li>
        ))}
      </ul>
    </Screen>
  );
}
