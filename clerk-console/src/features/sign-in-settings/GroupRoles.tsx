import type { GroupRole } from '@remote-clerk/shared/contracts/http/identity-administration.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Select } from '@remote-clerk/shared/ui/Select.tsx';
import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import { Plus, Trash2 } from 'lucide-react';
import { useMessages } from '../../messages/use-messages.ts';
import { useRoleWords } from '../rights/parts/use-role-words.ts';
import styles from './SignInSettings.module.css';
import { useRoles } from './use-settings.ts';

/** A row of the form, with a name of its own while it is there. */
export type GroupRow = GroupRole & { readonly key: number };

export const rowsOf = (groups: readonly GroupRole[]): GroupRow[] => groups.map((group, key) => ({ ...group, key }));

interface GroupRolesProps {
  /** What a group is called there, by an example. */
  readonly example: string;
  readonly groups: readonly GroupRow[];
  readonly onChange: (groups: GroupRow[]) => void;
  readonly wrong: ReadonlySet<string>;
}

/** Which group gives which role. */
export function GroupRoles({ example, groups, onChange, wrong }: GroupRolesProps) {
  const say = useMessages();
  const roleName = useRoleWords();
  const roles = useRoles();
  const set = (index: number, change: Partial<GroupRole>) =>
    onChange(groups.map((group, at) => (at === index ? { ...group, ...change } : group)));
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{say('sign-in-settings.groups')}</legend>
      <p className={styles.soft}>{say('sign-in-settings.groups.help')}</p>
      {groups.map(({ key, group, roleId }, index) => (
        <div key={key} className={styles.actions}>
          <TextField
            label={say('sign-in-settings.group')}
            description={example}
            value={group}
            onChange={(text) => set(index, { group: text })}
            error={wrong.has(`groups.${index}.group`) ? say('sign-in-settings.wrong') : undefined}
          />
          <Select
            label={say('sign-in-settings.role')}
            items={roles.map((role) => ({ id: role.id, label: roleName(role) }))}
            value={roles.find(({ id }) => id === roleId)?.id ?? null}
            onChange={(id) => set(index, { roleId: id })}
            error={wrong.has(`groups.${index}.roleId`) ? say('sign-in-settings.wrong') : undefined}
          />
          <Button icon={Trash2} onPress={() => onChange(groups.filter((_, at) => at !== index))}>
            {say('sign-in-settings.group.remove')}
          </Button>
        </div>
      ))}
      <div className={styles.actions}>
        <Button
          icon={Plus}
          onPress={() =>
            onChange([...groups, { key: Math.max(-1, ...groups.map(({ key }) => key)) + 1, group: '', roleId: '' }])
          }
        >
          {say('sign-in-settings.group.add')}
        </Button>
      </div>
    </fieldset>
  );
}
