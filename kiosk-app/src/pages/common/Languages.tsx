import { type Language, languages } from '@remote-clerk/shared/domain/languages.ts';
import { languageNames } from '@remote-clerk/shared/i18n/language-names.ts';
import styles from './Languages.module.css';

interface LanguagesProps {
  readonly label: string;
  readonly language: Language;
  readonly onChoose: (language: Language) => void;
}

/** LV EN RU UK: always there, always short, each named in full in its own language. */
export function Languages({ label, language, onChoose }: LanguagesProps) {
  return (
    <fieldset className={styles.languages}>
      <legend className="visually-hidden">{label}</legend>
      {languages.map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          aria-label={`${each.toUpperCase()} ${languageNames[each]}`}
          aria-pressed={each === language}
          className={styles.language}
          onClick={() => onChoose(each)}
        >
          {each.toUpperCase()}
        </button>
      ))}
    </fieldset>
  );
}
