import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import type { ContactPointKiosk, StaffPresence } from '@remote-clerk/shared/contracts/views.ts';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { Switch } from '@remote-clerk/shared/ui/Switch.tsx';
import { useMutation } from '@tanstack/react-query';
import { useConsole } from '../../app/context.ts';
import { problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './StaffPresenceSwitch.module.css';

type Consultation = NonNullable<ContactPointKiosk['consultation']>;

/** Whether the clerk is in the room; the citizen and the specialist see it at once. */
export function StaffPresenceSwitch({ consultation }: { readonly consultation: Consultation }) {
  const say = useMessages();
  const { api } = useConsole();
  const change = useMutation({
    mutationFn: (staffPresence: StaffPresence) =>
      api.call(routes.setStaffPresence, { params: { consultationId: consultation.id }, body: { staffPresence } }),
  });
  const isThere = (change.isPending ? change.variables : consultation.staffPresence) === 'in-room';
  return (
    <div className={styles.presence}>
      <Switch
        isSelected={isThere}
        isDisabled={change.isPending}
        onChange={(inRoom) => change.mutate(inRoom ? 'in-room' : 'left')}
      >
        {say(isThere ? 'staff.in-room' : 'staff.left')}
      </Switch>
      {change.isError && <Notice tone="bad" title={say(problemMessage(change.error))} />}
    </div>
  );
}
