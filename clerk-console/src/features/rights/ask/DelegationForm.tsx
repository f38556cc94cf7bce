import type { rightsRoutes } from '@remote-clerk/shared/contracts/http/rights.ts';
import type { RouteInput } from '@remote-clerk/shared/contracts/http/route.ts';
import type { Person, Right } from '@remote-clerk/shared/contracts/rights.ts';
import type { PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { TextArea } from '@remote-clerk/shared/ui/TextArea.tsx';
import { Send } from 'lucide-react';
import { useState } from 'react';
import { ChoiceRows } from '../../../app/ChoiceRows.tsx';
import { useConsole } from '../../../app/context.ts';
import { type MessageKey, useMessages } from '../../../messages/use-messages.ts';
import { DayField } from '../../schedules/fields/DayField.tsx';
import { beginningOf, dayOf, endOf, lastDayOf } from '../parts/term.ts';
import { useTermWords } from '../parts/term-words.ts';
import { useRoleWords } from '../parts/use-role-words.ts';
import page from '../Rights.module.css';
import { ColleagueField } from './ColleagueField.tsx';

interface DelegationFormProps {
  /** Those that can be handed on. */
  readonly rights: readonly Right[];
  readonly isPending: boolean;
  readonly onAsk: (wish: RouteInput<typeof rightsRoutes.askForDelegation>['body']) => void;
}

export function DelegationForm({ rights, isPending, onAsk }: DelegationFormProps) {
  const say = useMessages();
  const roleName = useRoleWords();
  const term = useTermWords();
  const { clock } = useConsole();
  const today = dayOf(clock.now());
  const [rightId, setRightId] = useState(rights[0]?.id ?? null);
  const [colleague, setColleague] = useState<Person | null>(null);
  const [from, setFrom] = useState<PlainDate | null>(today);
  const [until, setUntil] = useState<PlainDate | null>(null);
  const [why, setWhy] = useState('');
  const [isTried, setIsTried] = useState(false);
  const right = rights.find(({ id }) => id === rightId);
  const fromProblem: MessageKey | null = !from ? 'rights.ask.no-from' : from < today ? 'rights.ask.past-from' : null;
  const untilProblem: MessageKey | null = !until
    ? 'rights.ask.no-until'
    : from && until < from
      ? 'rights.ask.order'
      : right && until > lastDayOf(right.validUntil)
        ? 'rights.delegate.too-long'
        : null;

  const ask = () => {
    setIsTried(true);
    if (!right || !colleague || !from || !until || fromProblem || untilProblem || !why.trim()) return;
    onAsk({
      rightId: right.id,
      accountId: colleague.id,
      // From this moment when it is today: a day that has begun is not to be in the past.
      validFrom: from === today ? clock.now() : beginningOf(from),
      validUntil: until === lastDayOf(right.validUntil) ? right.validUntil : endOf(until),
      why: why.trim(),
    });
  };
  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <ChoiceRows
        label={say('rights.delegate.which')}
        value={rightId}
        choices={rights.map(({ id, role, organisation, validUntil }) => ({
          id,
          name: `${roleName(role)} · ${organisation.name} · ${say('rights.term.until', { until: term.until(validUntil) })}`,
        }))}
        onChange={setRightId}
      />
      <ColleagueField
        nearby
        label={say('rights.delegate.colleague')}
        value={colleague}
        onChange={setColleague}
        {...(isTried && !colleague && { error: say('rights.ask.colleague.missing') })}
      />
      <div className={page.fields}>
        <DayField
          label={say('rights.ask.first-day')}
          initial={from}
          onChange={setFrom}
          {...(isTried && fromProblem && { error: say(fromProblem) })}
        />
        <DayField
          label={say('rights.ask.last-day')}
          initial={until}
          onChange={setUntil}
          {...(isTried && untilProblem && { error: say(untilProblem) })}
        />
      </div>
      <TextArea
        label={say('rights.ask.why')}
        description={say('rights.delegate.why.help')}
        maxLength={1000}
        rows={2}
        value={why}
        onChange={setWhy}
        {...(isTried && !why.trim() && { error: say('rights.ask.why.missing') })}
      />
      <div className={page.tools}>
        <Button type="submit" variant="primary" icon={Send} isPending={isPending}>
          {say('rights.delegate.submit')}
        </Button>
      </div>
    </form>
  );
}
