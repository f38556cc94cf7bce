import type { rightsRoutes } from '@remote-clerk/shared/contracts/http/rights.ts';
import type { RouteInput } from '@remote-clerk/shared/contracts/http/route.ts';
import type { Person } from '@remote-clerk/shared/contracts/rights.ts';
import { addDays, PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { TextArea } from '@remote-clerk/shared/ui/TextArea.tsx';
import { Send } from 'lucide-react';
import { useState } from 'react';
import { useAccount } from '../../../app/account.ts';
import { ChoiceRows } from '../../../app/ChoiceRows.tsx';
import { useConsole } from '../../../app/context.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { OrganisationSelect } from '../parts/OrganisationSelect.tsx';
import { type Choices, rolesFor } from '../parts/organisations.ts';
import { beginningOf, dayOf, endOf } from '../parts/term.ts';
import page from '../Rights.module.css';
import { ColleagueField } from './ColleagueField.tsx';
import { RoleChoice } from './RoleChoice.tsx';
import { lastDay, problemOf, TermFields, type TypedTerm } from './TermFields.tsx';

export type Wish = RouteInput<typeof rightsRoutes.askForRight>['body'];

interface AskFormProps {
  readonly choices: Choices;
  /** What it begins with, as far as it is there to be asked for. */
  readonly role: string | null;
  readonly organisation: string | null;
  /** The last day of the right that is to be renewed. */
  readonly after: string | null;
  readonly isPending: boolean;
  readonly onAsk: (wish: Wish) => void;
}

export function AskForm({ choices, isPending, onAsk, ...begin }: AskFormProps) {
  const say = useMessages();
  const account = useAccount();
  const { clock } = useConsole();
  const today = dayOf(clock.now());
  const { organisations } = choices;
  const [isForColleague, setIsForColleague] = useState(false);
  const [colleague, setColleague] = useState<Person | null>(null);
  const [organisationId, setOrganisationId] = useState(
    () =>
      (
        organisations.find(({ id }) => id === begin.organisation) ??
        organisations.find(({ id }) => id === account.organisation.id) ??
        organisations[0]
      )?.id ?? null,
  );
  const [roleId, setRoleId] = useState(begin.role);
  const [term, setTerm] = useState<TypedTerm>(() => {
    const after = PlainDate.safeParse(begin.after);
    const from = after.success ? addDays(after.data, 1) : null;
    return { isLater: from !== null && from > today, from, length: '6', until: null };
  });
  const [why, setWhy] = useState('');
  const [isTried, setIsTried] = useState(false);
  const roles = organisationId ? rolesFor(organisationId, choices) : [];
  const role = roles.find(({ id }) => id === roleId);
  const problem = problemOf(term, today);
  const last = lastDay(term, today);

  const ask = () => {
    setIsTried(true);
    if (!organisationId || !role || !last || problem || !why.trim() || (isForColleague && !colleague)) return;
    onAsk({
      accountId: isForColleague && colleague ? colleague.id : null,
      organisationId,
      roleId: role.id,
      validFrom: term.isLater && term.from ? beginningOf(term.from) : null,
      validUntil: endOf(last),
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
      {account.permissions.includes('rights.manage') && (
        <ChoiceRows
          label={say('rights.ask.for-whom')}
          value={isForColleague ? 'colleague' : 'me'}
          choices={[
            { id: 'me', name: say('rights.ask.for-me') },
            { id: 'colleague', name: say('rights.ask.for-colleague') },
          ]}
          onChange={(id) => setIsForColleague(id === 'colleague')}
        />
      )}
      {isForColleague && (
        <ColleagueField
          label={say('rights.ask.colleague')}
          value={colleague}
          onChange={setColleague}
          {...(isTried && !colleague && { error: say('rights.ask.colleague.missing') })}
        />
      )}
      <OrganisationSelect
        label={say('rights.where')}
        description={say('rights.ask.where.help')}
        organisations={organisations}
        value={organisationId}
        onChange={setOrganisationId}
      />
      <RoleChoice
        roles={roles}
        value={role}
        onChange={setRoleId}
        {...(isTried && !role && { error: say('rights.ask.role.missing') })}
      />
      <TermFields value={term} today={today} problem={isTried ? problem : null} onChange={setTerm} />
      <TextArea
        label={say('rights.ask.why')}
        description={say('rights.ask.why.help')}
        maxLength={1000}
        rows={3}
        value={why}
        onChange={setWhy}
        {...(isTried && !why.trim() && { error: say('rights.ask.why.missing') })}
      />
      <div className={page.tools}>
        <Button type="submit" variant="primary" icon={Send} isPending={isPending}>
          {say('rights.ask.submit')}
        </Button>
      </div>
    </form>
  );
}
