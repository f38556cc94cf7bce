import type {
  ContactPoint,
  Organisation,
  OrganisationKind,
} from '@remote-clerk/shared/contracts/http/organisations.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { IconButton } from '@remote-clerk/shared/ui/IconButton.tsx';
import { Building2, CirclePlus, Factory, Landmark, type LucideIcon, MapPin, Network, Pencil } from 'lucide-react';
import { useMessages } from '../../../messages/use-messages.ts';
import styles from './Organisations.module.css';
import type { TreeChange } from './use-organisations.ts';

const icons: Record<OrganisationKind, LucideIcon> = {
  municipality: Landmark,
  institution: Building2,
  enterprise: Factory,
  unit: Network,
};

interface OrganisationNodeProps {
  readonly organisation: Organisation;
  readonly all: readonly Organisation[];
  readonly contactPoints: readonly ContactPoint[];
  readonly onChange: (change: TreeChange) => void;
}

/** An organisation with all that is below it. */
export function OrganisationNode({ organisation, all, contactPoints, onChange }: OrganisationNodeProps) {
  const say = useMessages();
  const Icon = icons[organisation.kind];
  const below = all.filter(({ parentId }) => parentId === organisation.id);
  const points = contactPoints.filter(({ organisationId }) => organisationId === organisation.id);
  return (
    <li>
      <div className={styles.node}>
        <Icon aria-hidden="true" />
        <span className={styles.words}>
          <strong>{organisation.name}</strong>
          <span className={styles.soft}>
            {[
              say(`organisation-kind.${organisation.kind}`),
              say('organisations.staff', { count: organisation.staff }),
              ...(organisation.institutions > 0
                ? [say('organisations.institutions', { count: organisation.institutions })]
                : []),
            ].join(' · ')}
          </span>
        </span>
        <span className={styles.actions}>
          <IconButton
            icon={Pencil}
            label={`${say('organisations.rename')}: ${organisation.name}`}
            onPress={() => onChange({ kind: 'rename', organisation })}
          />
          <Button
            icon={CirclePlus}
            aria-label={`${say('organisations.add')}: ${organisation.name}`}
            onPress={() => onChange({ kind: 'add', organisation })}
          >
            {say('organisations.add')}
          </Button>
        </span>
      </div>
      {(below.length > 0 || points.length > 0) && (
        <ul className={styles.below}>
          {points.map(({ id, name, address }) => (
            <li key={id} className={styles.node}>
              <MapPin aria-hidden="true" />
              <span className={styles.words}>
                <span>{name}</span>
                <span className={styles.soft}>
                  {say('organisations.contact-point')} · {address}
                </span>
              </span>
            </li>
          ))}
          {below.map((each) => (
            <OrganisationNode
              key={each.id}
              organisation={each}
              all={all}
              contactPoints={contactPoints}
              onChange={onChange}
            />
          ))}
        </ul>
      )}
    </li>
  );
}
