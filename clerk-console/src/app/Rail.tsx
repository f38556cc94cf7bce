import { useShortcut } from '@remote-clerk/shared/ui/shortcuts.ts';
import { NavLink, useNavigate } from 'react-router';
import { useMessages } from '../messages/use-messages.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { useAccount } from './account.ts';
import { type Place, placesOf } from './places.ts';
import styles from './Rail.module.css';

/** The left edge: where one can go, and who one is. */
export function Rail() {
  const say = useMessages();
  const account = useAccount();
  return (
    <header className={styles.rail}>
      <img className={styles.mark} src={`${import.meta.env.BASE_URL}mark.svg`} alt={say('app.name')} />
      <nav aria-label={say('place.label')} className={styles.places}>
        {placesOf(account).map((place, index) => (
          <PlaceLink key={place.path} place={place} shortcut={String(index + 1)} />
        ))}
      </nav>
      <AccountMenu />
    </header>
  );
}

interface PlaceLinkProps {
  readonly place: Place;
  readonly shortcut: string;
}

function PlaceLink({ place: { path, name, icon: Icon }, shortcut }: PlaceLinkProps) {
  const say = useMessages();
  const navigate = useNavigate();
  useShortcut(shortcut, say(name), () => void navigate(path));
  return (
    <NavLink to={path} className={styles.place} aria-keyshortcuts={shortcut}>
      <Icon aria-hidden="true" />
      {say(name)}
    </NavLink>
  );
}
