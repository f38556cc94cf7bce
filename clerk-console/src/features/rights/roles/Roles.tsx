import { rightsRoutes } from '@remote-clerk/shared/contracts/http/rights.ts';
import type { RightsRole } from '@remote-clerk/shared/contracts/rights.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { EmptyState } from '@remote-clerk/shared/ui/EmptyState.tsx';
import { CirclePlus, Users } from 'lucide-react';
import { useState } from 'react';
import { useConsole } from '../../../app/context.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { Failed } from '../parts/Failed.tsx';
import { Reading } from '../parts/Reading.tsx';
import page from '../Rights.module.css';
import { useRightsChoices, useRightsCommand, useRoles } from '../rights-queries.ts';
import { RoleCard } from './RoleCard.tsx';
import { RoleDialog } from './RoleDialog.tsx';
import styles from './Roles.module.css';

/** The roles there are: those of every installation, and one's organisations' own. */
export function Roles() {
  const say = useMessages();
  const { api } = useConsole();
  const roles = useRoles();
  const organisations = useRightsChoices().data?.organisations ?? [];
  const [edited, setEdited] = useState<RightsRole | 'new' | null>(null);
  const retire = useRightsCommand(({ id }: RightsRole) =>
    api.call(rightsRoutes.retireRole, { params: { roleId: id } }),
  );
  return (
    <Reading query={roles}>
      {({ roles: all, givable }) => {
        const own = all.filter(({ organisationId }) => organisationId !== null);
        return (
          <div className={page.page}>
            <div className={page.head}>
              <h2>{say('rights.roles.own')}</h2>
              <Button icon={CirclePlus} variant="primary" onPress={() => setEdited('new')}>
                {say('rights.roles.make')}
              </Button>
            </div>
            <Failed error={retire.error} means={{ 'illegal-transition': 'rights.roles.retired.already' }} />
            {own.length === 0 && (
              <EmptyState icon={Users} title={say('rights.roles.none')}>
                {say('rights.roles.none.help')}
              </EmptyState>
            )}
            <div className={styles.cards}>
              {own.map((role) => (
                <RoleCard
                  key={role.id}
                  role={role}
                  owner={organisations.find(({ id }) => id === role.organisationId)?.name ?? null}
                  isRetiring={retire.isPending && retire.variables.id === role.id}
                  onChange={() => setEdited(role)}
                  onRetire={() => retire.mutate(role)}
                />
              ))}
            </div>
            <h2>{say('rights.roles.built-in')}</h2>
            <div className={styles.cards}>
              {all
                .filter(({ organisationId }) => organisationId === null)
                .map((role) => (
                  <RoleCard key={role.id} role={role} owner={null} />
                ))}
            </div>
            {edited && (
              <RoleDialog role={edited === 'new' ? null : edited} givable={givable} onClose={() => setEdited(null)} />
            )}
          </div>
        );
      }}
    </Reading>
  );
}
