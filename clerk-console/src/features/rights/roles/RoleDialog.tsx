import { rightsRoutes } from '@remote-clerk/shared/contracts/http/rights.ts';
import { isHigh, type Permission, permissionNames } from '@remote-clerk/shared/contracts/permissions.ts';
import { approvalsNeeded, type RightsRole } from '@remote-clerk/shared/contracts/rights.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Dialog } from '@remote-clerk/shared/ui/Dialog.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import { Save } from 'lucide-react';
import { useState } from 'react';
import { useConsole } from '../../../app/context.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { Checkbox } from '../../schedules/fields/Checkbox.tsx';
import { Failed } from '../parts/Failed.tsx';
import { everybodys } from '../parts/use-role-words.ts';
import page from '../Rights.module.css';
import { useRightsCommand } from '../rights-queries.ts';
import styles from './Roles.module.css';

interface RoleDialogProps {
  /** Null for a new one. */
  readonly role: RightsRole | null;
  /** What I may put into it. */
  readonly givable: readonly Permission[];
  readonly onClose: () => void;
}

/** A role's name and what it lets its holders do. */
export function RoleDialog({ role, givable, onClose }: RoleDialogProps) {
  const say = useMessages();
  const { api } = useConsole();
  const [name, setName] = useState(role?.name ?? '');
  const [chosen, setChosen] = useState<readonly Permission[]>(role?.permissions ?? []);
  const [isTried, setIsTried] = useState(false);
  const save = useRightsCommand(
    (body: { name: string; permissions: Permission[] }, idempotencyKey) =>
      role
        ? api.call(rightsRoutes.changeRole, { params: { roleId: role.id }, body })
        : api.call(rightsRoutes.createRole, { body, idempotencyKey }),
    onClose,
  );
  // What it has already can be taken out, also by who may not put it in.
  const offered = permissionNames.filter(
    (each) => each !== everybodys && (givable.includes(each) || role?.permissions.includes(each)),
  );
  const send = () => {
    setIsTried(true);
    if (name.trim() && chosen.length > 0) save.mutate({ name: name.trim(), permissions: [...chosen] });
  };
  return (
    <Dialog
      title={say(role ? 'rights.roles.change' : 'rights.roles.make')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {say('rights.cancel')}
          </Button>
          <Button variant="primary" icon={Save} isPending={save.isPending} onPress={send}>
            {say('rights.save')}
          </Button>
        </>
      }
    >
      <div className={page.page}>
        <TextField
          autoFocus
          label={say('column.name')}
          description={say('rights.roles.name.help')}
          maxLength={200}
          value={name}
          onChange={setName}
          {...(isTried && !name.trim() && { error: say('rights.roles.name.missing') })}
        />
        <fieldset className={styles.permissions}>
          <legend className={styles.legend}>{say('rights.roles.allows')}</legend>
          {offered.map((permission) => (
            <Checkbox
              key={permission}
              isChecked={chosen.includes(permission)}
              onChange={(isChosen) =>
                setChosen(permissionNames.filter((each) => (each === permission ? isChosen : chosen.includes(each))))
              }
            >
              <span>
                {say(`permission.${permission}`)}
                {isHigh(permission) && <span className={page.soft}> · {say('rights.two-approvals')}</span>}
              </span>
            </Checkbox>
          ))}
        </fieldset>
        {isTried && chosen.length === 0 && (
          <p role="alert" className={page.error}>
            {say('rights.roles.permissions.missing')}
          </p>
        )}
        {approvalsNeeded(chosen) === 2 && <p className={page.soft}>{say('rights.ask.two-approvals')}</p>}
        {role && <Notice tone="warn" title={say('rights.roles.change.means')} />}
        <Failed
          error={save.error}
          means={{ conflict: 'rights.roles.conflict', 'not-allowed': 'rights.roles.not-allowed' }}
        />
      </div>
    </Dialog>
  );
}
