import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMessages } from '../../../messages/use-messages.ts';
import { Unread } from '../../schedules/Unread.tsx';
import page from '../Rights.module.css';

interface ReadingProps<Data> {
  readonly query: Pick<UseQueryResult<Data>, 'data' | 'isError' | 'error' | 'refetch'>;
  readonly children: (data: Data) => ReactNode;
}

/** What was read, what went wrong, or nothing yet; what is known stays in sight when it cannot be read again. */
export function Reading<Data>({ query, children }: ReadingProps<Data>) {
  const say = useMessages();
  return (
    <div className={page.page} aria-busy={query.data === undefined && !query.isError}>
      {query.isError && (
        <Unread title={say('rights.not-read')} error={query.error} onAgain={() => void query.refetch()} />
      )}
      {query.data !== undefined && children(query.data)}
    </div>
  );
}
