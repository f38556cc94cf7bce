import { Tabs } from '@remote-clerk/shared/ui/Tabs.tsx';
import { useNavigate, useParams } from 'react-router';
import { z } from 'zod';
import { usePageTitle } from '../../app/page-title.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Systems } from '../clients/Systems.tsx';
import styles from './AdministrationScreen.module.css';
import { ContactPoints, Institutions, PublicServices } from './Catalogue.tsx';
import { Kiosks } from './Kiosks.tsx';
import { Organisations } from './organisations/Organisations.tsx';
import { Staff } from './Staff.tsx';

const Section = z.enum(['organisations', 'institutions', 'services', 'contact-points', 'kiosks', 'staff', 'systems']);

/** The organisation's own affairs, as plain tables. */
export function AdministrationScreen() {
  const say = useMessages();
  const navigate = useNavigate();
  const section = Section.catch('organisations').parse(useParams().section);
  usePageTitle(say('place.administration'));
  const contents = {
    organisations: Organisations,
    institutions: Institutions,
    services: PublicServices,
    'contact-points': ContactPoints,
    kiosks: Kiosks,
    staff: Staff,
    systems: Systems,
  };
  return (
    <main className={styles.screen}>
      <h1 className={styles.title}>{say('place.administration')}</h1>
      <Tabs
        label={say('place.administration')}
        value={section}
        onChange={(id) => void navigate(`/administration/${id}`)}
        items={Section.options.map((id) => {
          const Content = contents[id];
          return { id, label: say(`administration.${id}`), content: id === section && <Content /> };
        })}
      />
    </main>
  );
}
