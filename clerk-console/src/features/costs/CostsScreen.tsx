import { costRoutes } from '@remote-clerk/shared/contracts/http/costs.ts';
import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Select } from '@remote-clerk/shared/ui/Select.tsx';
import { Table } from '@remote-clerk/shared/ui/Table.tsx';
import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useConsole } from '../../app/context.ts';
import { downloadText } from '../../app/download.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { useMessages } from '../../messages/use-messages.ts';
import administration from '../administration/AdministrationScreen.module.css';
import { Listing } from '../administration/Listing.tsx';
import { dayOf } from '../rights/parts/term.ts';
import { toCsv } from '../service-case/case-csv.ts';
import styles from './CostsScreen.module.css';
import { centsOf, latestMonths } from './months.ts';

const monthsOffered = 24;

/** Who used the system, and what part of its upkeep is theirs. */
export function CostsScreen() {
  const say = useMessages();
  const { language } = useLanguage();
  const { api, clock } = useConsole();
  usePageTitle(say('place.costs'));
  const months = latestMonths(dayOf(clock.now()), monthsOffered);
  const [from, setFrom] = useState(months[0] ?? '');
  const [until, setUntil] = useState(months[0] ?? '');
  const [upkeep, setUpkeep] = useState('');
  const cents = centsOf(upkeep);
  const isBackwards = until < from;
  const costs = useQuery({
    queryKey: ['costs', from, until, cents],
    queryFn: () =>
      api.call(costRoutes.readCosts, {
        query: { from, until, ...(typeof cents === 'number' && { upkeepCents: cents }) },
      }),
    enabled: !isBackwards,
    placeholderData: keepPreviousData,
  });

  const monthName = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const options = months.map((id) => ({ id, label: monthName.format(new Date(`${id}-01T00:00:00Z`)) }));
  const money = new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR' });
  const percent = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const rows = (costs.data?.shares ?? []).map((share) => ({ ...share, id: share.organisation.id }));
  const own = rows.reduce((sum, { activeUsers }) => sum + activeUsers, 0);
  const amount = (value: number | null) => (value === null ? '' : money.format(value / 100));

  const download = () =>
    downloadText(
      `costs-${from}-${until}.csv`,
      'text/csv;charset=utf-8',
      toCsv([
        [say('costs.organisation'), say('costs.active'), `${say('costs.share')}, %`, `${say('costs.amount')}, EUR`],
        ...rows.map((row) => [
          row.organisation.name,
          `${row.activeUsers}`,
          percent.format(row.percent),
          row.cents === null ? '' : (row.cents / 100).toFixed(2),
        ]),
      ]),
    );

  return (
    <main className={administration.screen}>
      <h1 className={administration.title}>{say('costs.title')}</h1>
      <p>{say('costs.means')}</p>
      <div className={styles.wish}>
        <Select label={say('costs.from')} items={options} value={from} onChange={setFrom} />
        <Select
          label={say('costs.until')}
          items={options}
          value={until}
          onChange={setUntil}
          error={isBackwards ? say('costs.period.wrong') : undefined}
        />
        <TextField
          label={say('costs.upkeep')}
          isOptional
          inputMode="decimal"
          value={upkeep}
          onChange={setUpkeep}
          error={cents === null ? say('costs.upkeep.wrong') : undefined}
        />
        <Button icon={Download} isDisabled={rows.length === 0} onPress={download}>
          {say('costs.download')}
        </Button>
      </div>
      <Listing query={costs}>
        {({ allActiveUsers }) => (
          <>
            <Table
              label={say('costs.title')}
              rows={rows}
              empty={say('costs.none')}
              columns={[
                {
                  id: 'organisation',
                  header: say('costs.organisation'),
                  sortBy: (row) => row.organisation.name,
                  cell: (row) => row.organisation.name,
                },
                {
                  id: 'active',
                  header: say('costs.active'),
                  isNumber: true,
                  sortBy: (row) => row.activeUsers,
                  cell: (row) => row.activeUsers,
                },
                {
                  id: 'share',
                  header: say('costs.share'),
                  isNumber: true,
                  sortBy: (row) => row.percent,
                  cell: (row) => `${percent.format(row.percent)} %`,
                },
                { id: 'amount', header: say('costs.amount'), isNumber: true, cell: (row) => amount(row.cents) },
              ]}
            />
            <p>{say('costs.together', { own, all: allActiveUsers })}</p>
          </>
        )}
      </Listing>
    </main>
  );
}
