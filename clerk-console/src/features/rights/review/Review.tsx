import { rightsRoutes } from '@remote-clerk/shared/contracts/http/rights.ts';
import type { RightsReviewItem } from '@remote-clerk/shared/contracts/rights.ts';
import { RightsReviewId } from '@remote-clerk/shared/domain/ids.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { EmptyState } from '@remote-clerk/shared/ui/EmptyState.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { useShortcut } from '@remote-clerk/shared/ui/shortcuts.ts';
import { ClipboardCheck, ShieldX } from 'lucide-react';
import { useState } from 'react';
import { useConsole } from '../../../app/context.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { BackLink } from '../parts/BackLink.tsx';
import { Failed } from '../parts/Failed.tsx';
import { Queue, usePlace } from '../parts/Queue.tsx';
import { Reading } from '../parts/Reading.tsx';
import { ReasonDialog } from '../parts/ReasonDialog.tsx';
import { useTermWords } from '../parts/term-words.ts';
import { useRoleWords } from '../parts/use-role-words.ts';
import page from '../Rights.module.css';
import { useReview, useRightsCommand } from '../rights-queries.ts';
import { ItemFacts } from './ItemFacts.tsx';
import { ItemRow } from './ItemRow.tsx';
import { Progress } from './Progress.tsx';

/** One review, right by right: whether each is still needed. */
export function Review({ reviewId: address }: { readonly reviewId: string }) {
  const say = useMessages();
  const roleName = useRoleWords();
  const term = useTermWords();
  const { api } = useConsole();
  // An address that is no review's is answered by the server like any other that it does not know.
  const reviewId = RightsReviewId.catch(none).parse(address);
  const query = useReview(reviewId);
  const items = query.data?.pages.flatMap((each) => each.items) ?? [];
  const place = usePlace(items, ({ decidable }) => decidable);
  const { current } = place;
  const [withdrawing, setWithdrawing] = useState<RightsReviewItem | null>(null);
  const params = (id: RightsReviewItem['id']) => ({ params: { reviewId, itemId: id } });
  const confirm = useRightsCommand(
    ({ id }: RightsReviewItem) => api.call(rightsRoutes.confirmReviewedRight, { ...params(id), body: {} }),
    // To the next that waits, so that one key goes through them all.
    (_, { id }) => {
      const at = items.findIndex((item) => item.id === id);
      const next = items.findIndex((item, index) => index > at && item.decidable);
      if (next >= 0) place.go(next);
    },
  );
  const withdraw = useRightsCommand(
    ({ id, reason }: { id: RightsReviewItem['id']; reason: string }) =>
      api.call(rightsRoutes.withdrawReviewedRight, { ...params(id), body: { reason } }),
    () => setWithdrawing(null),
  );
  const canDecide = current?.decidable === true && !confirm.isPending && !withdraw.isPending;
  const confirmCurrent = () => canDecide && confirm.mutate(current);
  const withdrawCurrent = () => canDecide && setWithdrawing(current);
  useShortcut('A', say('rights.review.confirm'), confirmCurrent, canDecide);
  useShortcut('R', say('rights.withdraw'), withdrawCurrent, canDecide);
  return (
    <div className={page.page}>
      <BackLink to="/rights/review">{say('rights.review.back')}</BackLink>
      <Reading query={query}>
        {({ pages }) => {
          // The last page was read last.
          const review = pages.at(-1)?.review;
          return (
            <>
              {review && (
                <>
                  <h2>{review.organisation.name}</h2>
                  <Progress progress={review.progress} />
                  <Notice
                    tone="info"
                    title={
                      review.closedAt
                        ? say('rights.review.closed-at', { day: term.day(review.closedAt) })
                        : say('rights.review.what-happens', { until: term.until(review.dueAt) })
                    }
                  />
                </>
              )}
              {items.length === 0 && <EmptyState icon={ClipboardCheck} title={say('rights.review.empty')} />}
              {current && (
                <Queue
                  label={say('rights.tab.review')}
                  items={items}
                  place={place}
                  textOf={({ right }) => `${right.account.name}, ${roleName(right.role)}`}
                  row={(item) => <ItemRow item={item} />}
                >
                  <ItemFacts
                    item={current}
                    isConfirming={confirm.isPending}
                    onConfirm={confirmCurrent}
                    onWithdraw={withdrawCurrent}
                  />
                  <Failed
                    error={confirm.variables?.id === current.id && confirm.error}
                    means={{
                      'not-allowed': 'rights.review.not-allowed',
                      'illegal-transition': 'rights.decide.too-late',
                    }}
                  />
                </Queue>
              )}
              {query.hasNextPage && (
                <div className={page.tools}>
                  <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
                    {say('cases.more')}
                  </Button>
                </div>
              )}
            </>
          );
        }}
      </Reading>
      {withdrawing && (
        <ReasonDialog
          title={say('rights.withdraw.title', {
            name: withdrawing.right.account.name,
            role: roleName(withdrawing.right.role),
          })}
          icon={ShieldX}
          action={say('rights.withdraw')}
          isPending={withdraw.isPending}
          onClose={() => setWithdrawing(null)}
          onReason={(reason) => withdraw.mutate({ id: withdrawing.id, reason })}
        >
          <p>{say('rights.withdraw.means', { organisation: withdrawing.right.organisation.name })}</p>
          <Failed error={withdraw.error} means={{ conflict: 'rights.withdraw.last' }} />
        </ReasonDialog>
      )}
    </div>
  );
}

const none = RightsReviewId.parse('00000000-0000-4000-8000-000000000000');
