import { peopleRoutes } from '@remote-clerk/shared/contracts/http/people.ts';
import type { OnDuty } from '@remote-clerk/shared/contracts/people.ts';
import type { DeskConsultation } from '@remote-clerk/shared/contracts/views.ts';
import { languageNames } from '@remote-clerk/shared/i18n/language-names.ts';
import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { StatusBadge } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import { VisuallyHidden } from '@remote-clerk/shared/ui/VisuallyHidden.tsx';
import { useQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useConsole } from '../../../app/context.ts';
import { problemMessage } from '../../../app/problems.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import styles from './DutyRoster.module.css';
import { useInvite } from './use-invite.ts';

/** Milliseconds between two looks at who is free. */
const readAgainMs = 5000;
/** As many as are taken in at a glance; the search narrows them down. */
const mostShown = 6;

/** Who can be asked in now. Asking somebody rings at their desk. */
export function DutyRoster({ consultation }: { readonly consultation: DeskConsultation }) {
  const say = useMessages();
  const { language } = useLanguage();
  const { api } = useConsole();
  const [search, setSearch] = useState('');
  const invite = useInvite(consultation.id);
  const roster = useQuery({
    queryKey: ['duty-roster', consultation.id],
    queryFn: () => api.call(peopleRoutes.listOnDuty, { params: { consultationId: consultation.id } }),
    staleTime: 0,
    refetchInterval: readAgainMs,
  });
  const words = ({ name, jobTitle, role, institution, languages }: OnDuty) =>
    [name, jobTitle, say(`actor.${role}`), institution[language], ...languages.map((each) => languageNames[each])]
      .join(' ')
      .toLocaleLowerCase(language);
  const wanted = search.trim().toLocaleLowerCase(language);
  const found = (roster.data?.people ?? [])
    .filter((person) => words(person).includes(wanted))
    .sort((one, other) => Number(other.free) - Number(one.free));
  const stateOf = ({ accountId }: OnDuty) =>
    consultation.people.find(
      (person) => person.accountId === accountId && (person.state === 'invited' || person.state === 'joined'),
    )?.state;
  return (
    <div className={styles.roster} aria-busy={roster.isPending}>
      <TextField type="search" label={say('call.roster.search')} value={search} onChange={setSearch} />
      {roster.isError && <Notice tone="bad" title={say(problemMessage(roster.error))} />}
      {invite.isError && (
        <Notice tone="bad" title={say('call.invite.failed')} todo={say(problemMessage(invite.error))} />
      )}
      {roster.isSuccess && found.length === 0 && <p className={styles.soft}>{say('call.roster.none')}</p>}
      <ul className={styles.list}>
        {found.slice(0, mostShown).map((person) => {
          const state = stateOf(person);
          const { accountId, role, name, jobTitle, institution, languages, free } = person;
          return (
            <li key={`${accountId} ${role}`} className={styles.row}>
              <p className={styles.who}>
                <strong>{name}</strong>
                <span className={styles.soft}>
                  {[jobTitle || say(`actor.${role}`), institution[language]].join(' · ')}
                </span>
                <span className={styles.soft}>{languages.map((each) => languageNames[each]).join(', ')}</span>
              </p>
              {state ? (
                <StatusBadge tone={state === 'joined' ? 'good' : 'info'}>{say(`call.person.${state}`)}</StatusBadge>
              ) : free ? (
                <Button
                  icon={UserPlus}
                  isPending={invite.isPending && invite.variables.accountId === accountId}
                  onPress={() => invite.mutate({ role, name, language: languageFor(person, consultation), accountId })}
                >
                  {say('call.invite')} <VisuallyHidden>{name}</VisuallyHidden>
                </Button>
              ) : (
                <StatusBadge tone="neutral">{say('call.roster.busy')}</StatusBadge>
              )}
            </li>
          );
        })}
      </ul>
      {found.length > mostShown && (
        <p className={styles.soft}>{say('call.roster.more', { count: found.length - mostShown })}</p>
      )}
    </div>
  );
}

/** An interpreter puts things into the citizen's language, where they have it. */
function languageFor({ role, languages }: OnDuty, { language }: DeskConsultation) {
  if (role !== 'interpreter') return null;
  return languages.includes(language) ? language : (languages[0] ?? null);
}
