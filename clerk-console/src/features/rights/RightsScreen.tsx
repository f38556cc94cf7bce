import { Tabs } from '@remote-clerk/shared/ui/Tabs.tsx';
import { useNavigate, useParams } from 'react-router';
import { z } from 'zod';
import { useAccount } from '../../app/account.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { AskForDelegation } from './ask/AskForDelegation.tsx';
import { AskForRight } from './ask/AskForRight.tsx';
import { Decide } from './decide/Decide.tsx';
import { OwnRights } from './own/OwnRights.tsx';
import { History } from './people/History.tsx';
import { People } from './people/People.tsx';
import styles from './Rights.module.css';
import { Review } from './review/Review.tsx';
import { Reviews } from './review/Reviews.tsx';
import { useRightsCounts } from './rights-queries.ts';
import { Roles } from './roles/Roles.tsx';

const Section = z.enum(['own', 'decide', 'people', 'review', 'roles']);
type Section = z.infer<typeof Section>;

/** Who may do what, and until when: everybody's own, and for who manages rights everybody's. */
export function RightsScreen() {
  const say = useMessages();
  const navigate = useNavigate();
  const { section: address, id } = useParams();
  const isManager = useAccount().permissions.includes('rights.manage');
  const counts = useRightsCounts(isManager).data;
  const section = isManager ? Section.catch('own').parse(address) : 'own';
  usePageTitle(say('place.rights'));
  const waiting: Partial<Record<Section, number | undefined>> = { decide: counts?.toDecide, review: counts?.toReview };
  const contents: Record<Section, () => React.ReactNode> = {
    own: () => own(address),
    decide: () => <Decide />,
    people: () => (id ? <History key={id} accountId={id} /> : <People />),
    review: () => (id ? <Review key={id} reviewId={id} /> : <Reviews />),
    roles: () => <Roles />,
  };
  return (
    <main className={styles.screen}>
      <h1 className={styles.title}>{say('place.rights')}</h1>
      {isManager ? (
        <Tabs
          label={say('place.rights')}
          value={section}
          onChange={(next) => void navigate(`/rights/${next}`)}
          items={Section.options.map((each) => ({
            id: each,
            label: [say(`rights.tab.${each}`), waiting[each] ? `(${waiting[each]})` : ''].join(' ').trim(),
            content: each === section && contents[each](),
          }))}
        />
      ) : (
        own(address)
      )}
    </main>
  );
}

function own(address: string | undefined) {
  if (address === 'ask') return <AskForRight />;
  return address === 'delegate' ? <AskForDelegation /> : <OwnRights />;
}
