import type { RightsReview } from '@remote-clerk/shared/contracts/rights.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Card } from '@remote-clerk/shared/ui/Card.tsx';
import { EmptyState } from '@remote-clerk/shared/ui/EmptyState.tsx';
import { StatusBadge } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { ClipboardCheck, ListChecks } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useConsole } from '../../../app/context.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { Reading } from '../parts/Reading.tsx';
import { daysLeft } from '../parts/term.ts';
import { useTermWords } from '../parts/term-words.ts';
import page from '../Rights.module.css';
import { useReviews } from '../rights-queries.ts';
import { OpenReview } from './OpenReview.tsx';
import { Progress } from './Progress.tsx';
import styles from './Review.module.css';

/** The reviews of rights: those that go on, and those that are over. */
export function Reviews() {
  const say = useMessages();
  const navigate = useNavigate();
  const reviews = useReviews();
  const [isOpening, setIsOpening] = useState(false);
  return (
    <div className={page.page}>
      <div className={page.head}>
        <p className={page.help}>{say('rights.review.help')}</p>
        <Button icon={ListChecks} variant="primary" onPress={() => setIsOpening(true)}>
          {say('rights.review.open')}
        </Button>
      </div>
      <Reading query={reviews}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState icon={ClipboardCheck} title={say('rights.review.none')}>
              {say('rights.review.none.help')}
            </EmptyState>
          ) : (
            <div className={styles.cards}>
              {all.map((review) => (
                <ReviewCard key={review.id} review={review} />
              ))}
            </div>
          )
        }
      </Reading>
      {isOpening && (
        <OpenReview
          onClose={() => setIsOpening(false)}
          onOpened={({ id }) => {
            setIsOpening(false);
            void navigate(`/rights/review/${id}`);
          }}
        />
      )}
    </div>
  );
}

function ReviewCard({ review }: { readonly review: RightsReview }) {
  const say = useMessages();
  const term = useTermWords();
  const navigate = useNavigate();
  const { clock } = useConsole();
  const { id, organisation, openedBy, openedAt, dueAt, closedAt, progress } = review;
  return (
    <Card
      title={organisation.name}
      aside={
        <StatusBadge tone={closedAt ? 'neutral' : 'info'}>
          {say(closedAt ? 'rights.review.closed' : 'rights.review.going')}
        </StatusBadge>
      }
    >
      <Progress progress={progress} />
      <p className={page.soft}>
        {openedBy
          ? say('rights.review.opened', { day: term.day(openedAt), name: openedBy.name })
          : say('rights.review.opened-itself', { day: term.day(openedAt) })}
      </p>
      <p>
        {closedAt
          ? say('rights.review.closed-at', { day: term.day(closedAt) })
          : `${say('rights.review.due', { until: term.until(dueAt) })} · ${say('rights.days-left', { count: daysLeft(dueAt, clock.now()) })}`}
      </p>
      <div className={page.tools}>
        <Button
          icon={ListChecks}
          aria-label={`${say(closedAt ? 'rights.review.look' : 'rights.review.go-on')}: ${organisation.name}`}
          onPress={() => void navigate(`/rights/review/${id}`)}
        >
          {say(closedAt ? 'rights.review.look' : 'rights.review.go-on')}
        </Button>
      </div>
    </Card>
  );
}
