import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useConsole } from '../../app/context.ts';
import { casesKey } from './use-case.ts';

/** Milliseconds after the last key before the server is asked. */
const searchDelayMs = 300;
const pageSize = 50;

export type CaseFilter = { readonly search: string; readonly status: 'all' | 'open' | 'closed' };

/** Own cases page by page; what was found before stays on screen until the new answer is there. */
export function useCases({ search, status }: CaseFilter) {
  const { api } = useConsole();
  const settled = useSettled(search.trim());
  return useInfiniteQuery({
    queryKey: [...casesKey, settled, status],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      api.call(routes.listServiceCases, {
        query: {
          limit: pageSize,
          ...(settled && { search: settled }),
          ...(status !== 'all' && { status }),
          ...(pageParam && { cursor: pageParam }),
        },
        signal,
      }),
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (before) => before,
    staleTime: 0,
  });
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const waiting = setTimeout(() => setSettled(value), searchDelayMs);
    return () => clearTimeout(waiting);
  }, [value]);
  return settled;
}
