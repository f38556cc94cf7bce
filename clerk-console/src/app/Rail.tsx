import { useShortcut } from '@remote-clerk/shared/ui/shortcuts.ts';
import { NavLink, useNavigate } from 'react-router';
import { useMessages } from '../messages/use-messages.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { useAccount } from './account.ts';
import { type Place, places } from './places.ts';
import styles from './Rail.module.css';

/** The left edge: where one can go, and who one is. */
export function Rail() {
  const say = useMessages();
  const { role } = useAccount();
  return (
    <header className={styles.rail}>
      <img className={styles.mark} src={`${import.meta.env.BASE_URL}mark.svg`} alt={say('app.name')} />
      <nav aria-label={say('place.label')} className={styles.places}>
        {places[role].map((place) => (
          <PlaceLink key={place.path} place={place} />
        ))}
      </nav>
      <AccountMenu />
    </header>
  );
}

function PlaceLink({ place: { path, name, icon: Icon, shortcut } }: { readonly place: Place }) {
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
