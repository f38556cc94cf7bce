import type { ServiceCaseSummary } from '@remote-clerk/shared/contracts/http/service-cases.ts';
import { ServiceCaseId } from '@remote-clerk/shared/domain/ids.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { IconButton } from '@remote-clerk/shared/ui/IconButton.tsx';
import { Select } from '@remote-clerk/shared/ui/Select.tsx';
import { useShortcut } from '@remote-clerk/shared/ui/shortcuts.ts';
import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import { Download, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { downloadText } from '../../app/download.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { CaseList } from './CaseList.tsx';
import { CasePanel } from './CasePanel.tsx';
import styles from './CasesScreen.module.css';
import { toCsv } from './case-csv.ts';
import { useCaseRow } from './use-case-row.ts';
import { type CaseFilter, useCases } from './use-cases.ts';

/** Own cases: the list keeps its place beside the case that is open. */
export function CasesScreen() {
  const say = useMessages();
  const navigate = useNavigate();
  const opened = ServiceCaseId.safeParse(useParams().caseId);
  const [filter, setFilter] = useState<CaseFilter>({ search: '', status: 'all' });
  const cases = useCases(filter);
  const rows = cases.data?.pages.flatMap((page) => page.cases) ?? [];
  const searchBox = useRef<HTMLDivElement>(null);
  const { header, cells } = useCaseRow();
  usePageTitle(say('place.cases'));
  useShortcut('/', say('cases.search'), () => searchBox.current?.querySelector('input')?.focus());

  const open = (row: ServiceCaseSummary) => void navigate(`/cases/${row.id}`);
  const close = () => void navigate('/cases');
  useShortcut('Escape', say('cases.back'), close, opened.success);
  const download = () => downloadText(say('cases.file'), 'text/csv;charset=utf-8', toCsv([header, ...rows.map(cells)]));
  useShortcut('L', say('cases.download'), download, rows.length > 0);

  return (
    <main className={styles.screen} data-opened={opened.success}>
      <div className={styles.list}>
        <header className={styles.head}>
          <h1 className={styles.title}>{say('place.cases')}</h1>
          <Button icon={Download} shortcut="L" isDisabled={rows.length === 0} onPress={download}>
            {say('cases.download')}
          </Button>
        </header>
        <div className={styles.filter} ref={searchBox}>
          <TextField
            type="search"
            label={say('cases.search')}
            placeholder={say('cases.search.where')}
            value={filter.search}
            onChange={(search) => setFilter({ ...filter, search })}
          />
          <Select
            label={say('cases.status')}
            items={(['all', 'open', 'closed'] as const).map((id) => ({ id, label: say(`cases.status.${id}`) }))}
            value={filter.status}
            onChange={(status) => setFilter({ ...filter, status })}
          />
        </div>
        <CaseList
          cases={cases}
          rows={rows}
          isFiltered={filter.search.trim() !== ''}
          isNarrow={opened.success}
          onOpen={open}
        />
      </div>
      {opened.success && (
        <aside className={styles.detail} aria-label={say('case.tab.facts')}>
          <CasePanel
            caseId={opened.data}
            aside={<IconButton icon={X} label={say('cases.back')} shortcut="Escape" onPress={close} />}
          />
        </aside>
      )}
    </main>
  );
}
