import { mostGuests } from '@remote-clerk/shared/contracts/call-ticket.ts';
import type { DeskConsultation } from '@remote-clerk/shared/contracts/views.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../../messages/use-messages.ts';
import { InviteDialog } from './InviteDialog.tsx';
import styles from './People.module.css';
import { PersonRow } from './PersonRow.tsx';

const isExpected = ({ state }: DeskConsultation['people'][number]) => state === 'invited' || state === 'joined';

/** Who else is in the call or was asked to come. */
export function People({ current }: { readonly current: DeskConsultation }) {
  const say = useMessages();
  const [isInviting, setIsInviting] = useState(false);
  const people = [...current.people].sort((one, other) => Number(isExpected(other)) - Number(isExpected(one)));
  const isFull = people.filter(isExpected).length >= mostGuests;
  return (
    <section className={styles.people} aria-label={say('call.people')}>
      {people.length === 0 && <p className={styles.none}>{say('call.people.none')}</p>}
      <ul className={styles.list}>
        {people.map((person) => (
          <PersonRow key={person.id} person={person} consultation={current} />
        ))}
      </ul>
      <div className={styles.invite}>
        <Button
          icon={UserPlus}
          variant="primary"
          isDisabled={isFull}
          aria-haspopup="dialog"
          onPress={() => setIsInviting(true)}
        >
          {say('call.invite')}
        </Button>
        {isFull && <p className={styles.none}>{say('call.people.full', { most: mostGuests })}</p>}
      </div>
      {isInviting && <InviteDialog consultation={current} onClose={() => setIsInviting(false)} />}
    </section>
  );
}
