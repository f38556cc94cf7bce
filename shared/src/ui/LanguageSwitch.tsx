import { ToggleButton, ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { languages } from '../domain/languages.ts';
import { languageNames } from '../i18n/language-names.ts';
import { useCommonMessages, useLanguage } from '../i18n/use-messages.ts';
import styles from './LanguageSwitch.module.css';

/** LV EN RU UK: always there, always short, each named in full in its own language. */
export function LanguageSwitch() {
  const say = useCommonMessages();
  const { language, setLanguage } = useLanguage();
  return (
    <ToggleButtonGroup
      aria-label={say('language.label')}
      className={styles.group ?? ''}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[language]}
      onSelectionChange={(keys) => {
        const chosen = languages.find((each) => keys.has(each));
        if (chosen) setLanguage(chosen);
      }}
    >
      {languages.map((each) => (
        <ToggleButton
          key={each}
          id={each}
          lang={each}
          aria-label={`${each.toUpperCase()} ${languageNames[each]}`}
          className={styles.button ?? ''}
        >
          {each.toUpperCase()}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
