import type { OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { Select } from '@remote-clerk/shared/ui/Select.tsx';
import { asTree, type Choices } from './organisations.ts';

interface OrganisationSelectProps {
  readonly label: string;
  readonly description?: string;
  readonly organisations: Choices['organisations'];
  readonly value: OrganisationId | null;
  readonly onChange: (id: OrganisationId) => void;
}

/** One of the tree's organisations; beside each stands what it belongs to. */
export function OrganisationSelect({ organisations, ...rest }: OrganisationSelectProps) {
  return (
    <Select
      {...rest}
      items={asTree(organisations).map(({ node, path }) => ({
        id: node.id,
        label: node.name,
        ...(path.length > 0 && { description: path.map(({ name }) => name).join(' › ') }),
      }))}
    />
  );
}
