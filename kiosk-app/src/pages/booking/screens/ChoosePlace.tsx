import { useState } from 'react';
import { useBooking } from '../booking-context.tsx';
import { Choice } from '../parts/Choice.tsx';
import { Question } from '../parts/Question.tsx';
import { TextInput } from '../parts/TextInput.tsx';
import styles from './ChoosePlace.module.css';

/** More than this are searched. */
const fewPlaces = 6;

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** The contact point, and whether its neighbours will do as well. */
export function ChoosePlace({ error }: { readonly error: string | undefined }) {
  const { say, language, bookable, draft, choose } = useBooking();
  const [query, setQuery] = useState('');
  const alphabet = new Intl.Collator(language);
  const places = (bookable?.contactPoints ?? []).toSorted((a, b) => alphabet.compare(a.name, b.name));
  const words = plain(query).split(/\s+/);
  const found = places.filter(({ name, address }) => words.every((word) => plain(`${name} ${address}`).includes(word)));
  return (
    <Question label={say('where.place')} error={error}>
      {places.length > fewPlaces && (
        <TextInput
          type="search"
          label={say('where.placeSearch')}
          value={query}
          onChange={setQuery}
          autoComplete="off"
        />
      )}
      <div className={styles.places}>
        {found.map((place) => (
          <Choice
            key={place.id}
            name="place"
            title={place.name}
            isChosen={draft.contactPointId === place.id}
            onChoose={() => choose({ contactPointId: place.id })}
          >
            {place.address}
          </Choice>
        ))}
        {found.length === 0 && <p role="status">{say('where.placeNone')}</p>}
      </div>
      {places.length > 1 && (
        <label className={styles.near}>
          <input type="checkbox" checked={draft.near} onChange={(event) => choose({ near: event.target.checked })} />
          {say('where.near')}
        </label>
      )}
    </Question>
  );
}
