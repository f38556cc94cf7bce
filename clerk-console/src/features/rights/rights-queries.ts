import { rightsRoutes } from '@remote-clerk/shared/contracts/http/rights.ts';
import type { RouteInput } from '@remote-clerk/shared/contracts/http/route.ts';
import type { AccountId, RightsReviewId } from '@remote-clerk/shared/domain/ids.ts';
import {
  keepPreviousData,
  type QueryKey,
  type UseQueryOptions,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useConsole } from '../../app/context.ts';
import { useSession } from '../../app/session.ts';
import { useCommand } from '../../app/use-command.ts';

const rightsKey = ['rights'] as const;
/** Others decide about the same requests meanwhile. */
const againMs = 20_000;

/** Read anew whenever somebody comes back to the page, since colleagues decide about the same rights. */
const alwaysTrue = { staleTime: 0, refetchOnWindowFocus: 'always' } as const;
const read = <Data>(name: QueryKey, queryFn: () => Promise<Data>): UseQueryOptions<Data> => ({
  queryKey: [...rightsKey, ...name],
  queryFn,
  ...alwaysTrue,
});

export function useOwnRights() {
  const { api } = useConsole();
  // The session is read anew as soon as what one may do has changed.
  const { dataUpdatedAt } = useSession();
  return useQuery({
    ...read(['own', dataUpdatedAt], () => api.call(rightsRoutes.readOwnRights)),
    placeholderData: keepPreviousData,
    refetchInterval: againMs,
  });
}

export function useRightsCounts(isManager: boolean) {
  const { api } = useConsole();
  return useQuery({
    ...read(['counts'], () => api.call(rightsRoutes.readRightsCounts)),
    refetchInterval: againMs,
    enabled: isManager,
  });
}

export function useRightsChoices() {
  const { api } = useConsole();
  return useQuery(read(['choices'], () => api.call(rightsRoutes.listRightsChoices)));
}

export function useColleagues(search: string) {
  const { api } = useConsole();
  return useQuery({
    ...read(['colleagues', search], async () => {
      const { people } = await api.call(rightsRoutes.findColleagues, { query: { search, limit: 8 } });
      return people;
    }),
    placeholderData: keepPreviousData,
    enabled: search !== '',
  });
}

/** All that is not decided, and the latest that is; whether there is more of the open ones than shown. */
export function useRequests() {
  const { api } = useConsole();
  return useQuery({
    ...read(['requests'], async () => {
      const [asked, approved, latest] = await Promise.all([
        api.call(rightsRoutes.listRightRequests, { query: { state: 'asked', limit: 100 } }),
        api.call(rightsRoutes.listRightRequests, { query: { state: 'approved', limit: 100 } }),
        api.call(rightsRoutes.listRightRequests, { query: { limit: 50 } }),
      ]);
      return {
        open: [...asked.requests, ...approved.requests],
        latest: latest.requests,
        hasMore: asked.nextCursor !== null || approved.nextCursor !== null,
      };
    }),
    refetchInterval: againMs,
  });
}

export type RightsFilter = Omit<RouteInput<typeof rightsRoutes.listRights>['query'], 'cursor'>;

export function useRights(filter: RightsFilter) {
  const { api } = useConsole();
  return useInfiniteQuery({
    queryKey: [...rightsKey, 'list', filter],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      api.call(rightsRoutes.listRights, { query: { ...filter, ...(pageParam && { cursor: pageParam }) } }),
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    ...alwaysTrue,
  });
}

export function useRightsHistory(accountId: AccountId) {
  const { api } = useConsole();
  return useInfiniteQuery({
    queryKey: [...rightsKey, 'history', accountId],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      api.call(rightsRoutes.readRightsHistory, {
        params: { accountId },
        query: { ...(pageParam && { cursor: pageParam }) },
      }),
    getNextPageParam: ({ nextCursor }) => nextCursor,
    ...alwaysTrue,
  });
}

export function useRoles() {
  const { api } = useConsole();
  return useQuery(read(['roles'], () => api.call(rightsRoutes.listRoles)));
}

export function useReviews() {
  const { api } = useConsole();
  return useQuery(
    read(['reviews'], async () => (await api.call(rightsRoutes.listRightsReviews, { query: {} })).reviews),
  );
}

export function useReview(reviewId: RightsReviewId) {
  const { api } = useConsole();
  return useInfiniteQuery({
    queryKey: [...rightsKey, 'review', reviewId],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      api.call(rightsRoutes.readRightsReview, {
        params: { reviewId },
        query: { limit: 100, ...(pageParam && { cursor: pageParam }) },
      }),
    getNextPageParam: ({ nextCursor }) => nextCursor,
    ...alwaysTrue,
  });
}

export function useRightsSettings() {
  const { api } = useConsole();
  return useQuery(read(['settings'], () => api.call(rightsRoutes.readRightsSettings)));
}

/** A command about rights: whatever becomes of it, everything about rights is read anew. */
export function useRightsCommand<Input, Reply>(
  send: (input: Input, idempotencyKey: string) => Promise<Reply>,
  onSuccess: (reply: Reply, input: Input) => void = () => {},
) {
  const cache = useQueryClient();
  const reread = () => void cache.invalidateQueries({ queryKey: rightsKey });
  return useCommand(send, {
    onSuccess: (reply: Reply, input: Input) => {
      onSuccess(reply, input);
      reread();
    },
    onError: reread,
  });
}
