import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './AdministrationScreen.module.css';

interface ListingProps<Data> {
  readonly query: Pick<UseQueryResult<Data>, 'data' | 'isError' | 'error' | 'refetch'>;
  readonly children: (data: Data) => ReactNode;
}

/** A table's room: what was read, what went wrong, or nothing yet. */
export function Listing<Data>({ query, children }: ListingProps<Data>) {
  const say = useMessages();
  return (
    <div className={styles.section} aria-busy={query.data === undefined && !query.isError}>
      {query.isError && (
        <Notice
          tone="bad"
          title={say('administration.not-read')}
          todo={say(problemMessage(query.error))}
          actions={<Button onPress={() => void query.refetch()}>{say('away.again')}</Button>}
        />
      )}
      {query.data !== undefined && children(query.data)}
    </div>
  );
}
