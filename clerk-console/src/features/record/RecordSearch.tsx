import { type AuditFilter, auditRoutes } from '@remote-clerk/shared/contracts/http/audit.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useConsole } from '../../app/context.ts';
import { downloadText } from '../../app/download.ts';
import { problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';
import administration from '../administration/AdministrationScreen.module.css';
import { Listing } from '../administration/Listing.tsx';
import { EntriesTable } from './EntriesTable.tsx';
import { RecordFilter } from './RecordFilter.tsx';

const types = { jsonl: 'application/jsonl;charset=utf-8', csv: 'text/csv;charset=utf-8' };

/** The record of one's organisations, searched and taken out. */
export function RecordSearch() {
  const say = useMessages();
  const { api } = useConsole();
  const [filter, setFilter] = useState<AuditFilter>({});
  const record = useInfiniteQuery({
    queryKey: ['record', filter],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      api.call(auditRoutes.listAudit, { query: { ...filter, ...(pageParam && { cursor: pageParam }) } }),
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
  });
  const taking = useMutation({
    mutationFn: (format: 'jsonl' | 'csv') => api.call(auditRoutes.exportAudit, { body: { ...filter, format } }),
    onSuccess: ({ name, text }, format) => downloadText(name, types[format], text),
  });
  const entries = record.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <div className={administration.section}>
      <RecordFilter filter={filter} seen={entries} onSearch={setFilter} />
      <div className={administration.actions}>
        {(['csv', 'jsonl'] as const).map((format) => (
          <Button key={format} icon={Download} isPending={taking.isPending} onPress={() => taking.mutate(format)}>
            {say(`record.take.${format}`)}
          </Button>
        ))}
      </div>
      {taking.isError && (
        <Notice tone="bad" title={say('record.take.failed')} todo={say(problemMessage(taking.error))} />
      )}
      {taking.data?.whole === false && (
        <Notice tone="warn" title={say('record.take.part')} todo={say('record.take.part.todo')} />
      )}
      <Listing query={record}>
        {() => (
          <>
            <EntriesTable entries={entries} />
            {record.hasNextPage && (
              <Button isPending={record.isFetchingNextPage} onPress={() => void record.fetchNextPage()}>
                {say('cases.more')}
              </Button>
            )}
          </>
        )}
      </Listing>
    </div>
  );
}
