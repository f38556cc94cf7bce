import { useState } from 'react';
import { useMessages } from '../../../messages/use-messages.ts';
import { Listing } from '../Listing.tsx';
import { useContactPoints } from '../use-organisation.ts';
import { OrganisationDialog } from './OrganisationDialog.tsx';
import { OrganisationNode } from './OrganisationNode.tsx';
import styles from './Organisations.module.css';
import { type TreeChange, useOrganisations } from './use-organisations.ts';

/** The organisations that one manages, each below the one it belongs to, with its contact points. */
export function Organisations() {
  const say = useMessages();
  const { data: contactPoints = [] } = useContactPoints();
  const [change, setChange] = useState<TreeChange | null>(null);
  return (
    <Listing query={useOrganisations()}>
      {(all) => (
        <div className={styles.page}>
          <p className={styles.help}>{say('organisations.help')}</p>
          <ul className={styles.tree} aria-label={say('administration.organisations')}>
            {all
              .filter(({ parentId }) => !all.some(({ id }) => id === parentId))
              .map((top) => (
                <OrganisationNode
                  key={top.id}
                  organisation={top}
                  all={all}
                  contactPoints={contactPoints}
                  onChange={setChange}
                />
              ))}
          </ul>
          {change && <OrganisationDialog change={change} onClose={() => setChange(null)} />}
        </div>
      )}
    </Listing>
  );
}
