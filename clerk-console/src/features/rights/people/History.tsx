import { AccountId } from '@remote-clerk/shared/domain/ids.ts';
import { useFormat } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { EmptyState } from '@remote-clerk/shared/ui/EmptyState.tsx';
import { History as Clock } from 'lucide-react';
import { useMessages } from '../../../messages/use-messages.ts';
import { BackLink } from '../parts/BackLink.tsx';
import { Reading } from '../parts/Reading.tsx';
import { useRoleWords } from '../parts/use-role-words.ts';
import page from '../Rights.module.css';
import { useRightsHistory } from '../rights-queries.ts';
import styles from './History.module.css';

/** Every step of one person's rights, the latest first. */
export function History({ accountId }: { readonly accountId: string }) {
  const say = useMessages();
  const format = useFormat();
  const roleName = useRoleWords();
  // An address that is nobody's is answered by the server like any other that it does not know.
  const history = useRightsHistory(AccountId.catch(nobody).parse(accountId));
  return (
    <div className={page.page}>
      <BackLink to="/rights/people">{say('rights.history.back')}</BackLink>
      <Reading query={history}>
        {({ pages }) => (
          <>
            <h2>{say('rights.history.of', { name: pages[0]?.account.name ?? '' })}</h2>
            {pages.every(({ steps }) => steps.length === 0) && (
              <EmptyState icon={Clock} title={say('rights.history.none')} />
            )}
            <ol className={styles.steps}>
              {pages
                .flatMap(({ steps }) => steps)
                .map(({ at, step, role, organisation, by, reason }) => (
                  <li key={`${at} ${step} ${role.id} ${organisation.id}`} data-step={step}>
                    <time dateTime={at} className={styles.time}>
                      {format.shortDateTime(at)}
                    </time>
                    <span className={styles.words}>
                      <span>
                        <strong>{say(`rights.step.${step}`)}</strong>: {roleName(role)} · {organisation.name}
                      </span>
                      <span className={page.soft}>{by ? by.name : say('rights.step.by-itself')}</span>
                      {reason && <q className={styles.reason}>{reason}</q>}
                    </span>
                  </li>
                ))}
            </ol>
            {history.hasNextPage && (
              <div className={page.tools}>
                <Button isPending={history.isFetchingNextPage} onPress={() => void history.fetchNextPage()}>
                  {say('cases.more')}
                </Button>
              </div>
            )}
          </>
        )}
      </Reading>
    </div>
  );
}

const nobody = AccountId.parse('00000000-0000-4000-8000-000000000000');
