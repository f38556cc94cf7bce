import { rightsRoutes } from '@remote-clerk/shared/contracts/http/rights.ts';
import type { RightsReview } from '@remote-clerk/shared/contracts/rights.ts';
import type { OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { addDays, type PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import type { Instant } from '@remote-clerk/shared/domain/time.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Dialog } from '@remote-clerk/shared/ui/Dialog.tsx';
import { ListChecks } from 'lucide-react';
import { useState } from 'react';
import { useAccount } from '../../../app/account.ts';
import { useConsole } from '../../../app/context.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { DayField } from '../../schedules/fields/DayField.tsx';
import { Failed } from '../parts/Failed.tsx';
import { OrganisationSelect } from '../parts/OrganisationSelect.tsx';
import { dayOf, endOf } from '../parts/term.ts';
import page from '../Rights.module.css';
import { useRightsChoices, useRightsCommand } from '../rights-queries.ts';

interface OpenReviewProps {
  readonly onClose: () => void;
  readonly onOpened: (review: RightsReview) => void;
}

/** Begins a review: where, and until when. */
export function OpenReview({ onClose, onOpened }: OpenReviewProps) {
  const say = useMessages();
  const { api, clock } = useConsole();
  const own = useAccount().organisation.id;
  const organisations = useRightsChoices().data?.organisations ?? [];
  const today = dayOf(clock.now());
  const [organisationId, setOrganisationId] = useState<OrganisationId>(own);
  const [due, setDue] = useState<PlainDate | null>(() => addDays(today, 30));
  const open = useRightsCommand(
    (body: { organisationId: OrganisationId; dueAt: Instant }, idempotencyKey) =>
      api.call(rightsRoutes.openRightsReview, { body, idempotencyKey }),
    onOpened,
  );
  const isRight = due !== null && due > today;
  return (
    <Dialog
      title={say('rights.review.open')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {say('rights.cancel')}
          </Button>
          <Button
            variant="primary"
            icon={ListChecks}
            isPending={open.isPending}
            isDisabled={!isRight}
            onPress={() => isRight && open.mutate({ organisationId, dueAt: endOf(due) })}
          >
            {say('rights.review.begin')}
          </Button>
        </>
      }
    >
      <div className={page.page}>
        <OrganisationSelect
          label={say('rights.where')}
          description={say('rights.review.where.help')}
          organisations={organisations}
          value={organisationId}
          onChange={setOrganisationId}
        />
        <DayField
          label={say('rights.review.due-day')}
          initial={due}
          onChange={setDue}
          {...(isRight
            ? { description: say('rights.review.unconfirmed') }
            : { error: say('rights.review.due-day.wrong') })}
        />
        <Failed error={open.error} means={{ conflict: 'rights.review.conflict' }} />
      </div>
    </Dialog>
  );
}
