import { rightsRoutes } from '@remote-clerk/shared/contracts/http/rights.ts';
import type { Right } from '@remote-clerk/shared/contracts/rights.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { EmptyState } from '@remote-clerk/shared/ui/EmptyState.tsx';
import { KeyRound, SearchX, ShieldX } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useConsole } from '../../../app/context.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { Failed } from '../parts/Failed.tsx';
import { Reading } from '../parts/Reading.tsx';
import { ReasonDialog } from '../parts/ReasonDialog.tsx';
import { endsSoon } from '../parts/term.ts';
import { useRoleWords } from '../parts/use-role-words.ts';
import page from '../Rights.module.css';
import { useRights, useRightsCommand } from '../rights-queries.ts';
import { Absence } from './Absence.tsx';
import { filterFrom, PeopleFilter, toAddress, toQuery } from './PeopleFilter.tsx';
import { RightsTable } from './RightsTable.tsx';

/** Who holds what at the organisations whose rights I manage. What is filtered stays in the address, but no name. */
export function People() {
  const say = useMessages();
  const roleName = useRoleWords();
  const navigate = useNavigate();
  const { api, clock } = useConsole();
  const [address, setAddress] = useSearchParams();
  const [search, setSearch] = useState('');
  const filter = { ...filterFrom(address), search };
  const [withdrawing, setWithdrawing] = useState<Right | null>(null);
  const rights = useRights(useDeferredValue(toQuery(filter)));
  const withdraw = useRightsCommand(
    ({ id, reason }: { id: Right['id']; reason: string }) =>
      api.call(rightsRoutes.withdrawRight, { params: { rightId: id }, body: { reason } }),
    () => setWithdrawing(null),
  );
  const isFiltered = search !== '' || [...address.keys()].length > 0;
  return (
    <div className={page.page}>
      <div className={page.head}>
        <PeopleFilter
          value={filter}
          onChange={({ search: name, ...rest }) => {
            setSearch(name);
            setAddress(toAddress(rest), { replace: true });
          }}
        />
        <Button icon={KeyRound} onPress={() => void navigate('/rights/ask')}>
          {say('rights.people.ask')}
        </Button>
      </div>
      <Reading query={rights}>
        {({ pages }) => {
          const rows = pages
            .flatMap((each) => each.rights)
            .filter(({ validUntil }) => filter.state !== 'soon' || endsSoon(validUntil, clock.now()));
          return (
            <>
              {rows.length > 0 ? (
                <RightsTable
                  rights={rows}
                  onHistory={({ account }) => void navigate(`/rights/people/${account.id}`)}
                  onWithdraw={(right) => {
                    withdraw.reset();
                    setWithdrawing(right);
                  }}
                />
              ) : (
                <EmptyState icon={SearchX} title={say('rights.people.none')}>
                  {isFiltered && say('rights.people.none.help')}
                </EmptyState>
              )}
              <div className={page.tools}>
                {rights.hasNextPage && (
                  <Button isPending={rights.isFetchingNextPage} onPress={() => void rights.fetchNextPage()}>
                    {say('cases.more')}
                  </Button>
                )}
              </div>
            </>
          );
        }}
      </Reading>
      <Absence />
      {withdrawing && (
        <ReasonDialog
          title={say('rights.withdraw.title', { name: withdrawing.account.name, role: roleName(withdrawing.role) })}
          icon={ShieldX}
          action={say('rights.withdraw')}
          isPending={withdraw.isPending}
          onClose={() => setWithdrawing(null)}
          onReason={(reason) => withdraw.mutate({ id: withdrawing.id, reason })}
        >
          <p>{say('rights.withdraw.means', { organisation: withdrawing.organisation.name })}</p>
          <Failed error={withdraw.error} means={{ conflict: 'rights.withdraw.last' }} />
        </ReasonDialog>
      )}
    </div>
  );
}
