import { Tabs } from '@remote-clerk/shared/ui/Tabs.tsx';
import { useNavigate, useParams } from 'react-router';
import { z } from 'zod';
import { usePageTitle } from '../../app/page-title.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Directories } from './Directories.tsx';
import { Providers } from './Providers.tsx';
import styles from './SignInSettings.module.css';

const Section = z.enum(['directories', 'providers']);
const contents = { directories: Directories, providers: Providers };

/** Through whom the organisation's people sign in. */
export function SignInSettingsScreen() {
  const say = useMessages();
  const navigate = useNavigate();
  const section = Section.catch('directories').parse(useParams().section);
  usePageTitle(say('place.sign-in-settings'));
  return (
    <main className={styles.screen}>
      <h1 className={styles.title}>{say('place.sign-in-settings')}</h1>
      <Tabs
        label={say('place.sign-in-settings')}
        value={section}
        onChange={(id) => void navigate(`/sign-in-settings/${id}`)}
        items={Section.options.map((id) => {
          const Content = contents[id];
          return { id, label: say(`sign-in-settings.${id}`), content: id === section && <Content /> };
        })}
      />
    </main>
  );
}
