import { Tabs } from '@remote-clerk/shared/ui/Tabs.tsx';
import { useNavigate, useParams } from 'react-router';
import { z } from 'zod';
import { usePageTitle } from '../../app/page-title.ts';
import { useMessages } from '../../messages/use-messages.ts';
import administration from '../administration/AdministrationScreen.module.css';
import { CitizensAnswer } from './CitizensAnswer.tsx';
import { RecordSearch } from './RecordSearch.tsx';

const Section = z.enum(['search', 'citizen']);
const contents = { search: RecordSearch, citizen: CitizensAnswer };

/** Who did and saw what, for those who look after it; and what a citizen is told who asks. */
export function RecordScreen() {
  const say = useMessages();
  const navigate = useNavigate();
  const section = Section.catch('search').parse(useParams().section);
  usePageTitle(say('place.record'));
  return (
    <main className={administration.screen}>
      <h1 className={administration.title}>{say('place.record')}</h1>
      <Tabs
        label={say('place.record')}
        value={section}
        onChange={(id) => void navigate(`/record/${id}`)}
        items={Section.options.map((id) => {
          const Content = contents[id];
          return { id, label: say(`record.${id}`), content: id === section && <Content /> };
        })}
      />
    </main>
  );
}
