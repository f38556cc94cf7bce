import { rightsRoutes } from '@remote-clerk/shared/contracts/http/rights.ts';
import type { RouteInput } from '@remote-clerk/shared/contracts/http/route.ts';
import type { RightRequest } from '@remote-clerk/shared/contracts/rights.ts';
import { EmptyState } from '@remote-clerk/shared/ui/EmptyState.tsx';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useConsole } from '../../../app/context.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { BackLink } from '../parts/BackLink.tsx';
import { Failed } from '../parts/Failed.tsx';
import { Reading } from '../parts/Reading.tsx';
import page from '../Rights.module.css';
import { useOwnRights, useRightsCommand } from '../rights-queries.ts';
import { Asked } from './Asked.tsx';
import { DelegationForm } from './DelegationForm.tsx';

type Wish = RouteInput<typeof rightsRoutes.askForDelegation>['body'];

/** A colleague does my work while I am on leave. */
export function AskForDelegation() {
  const say = useMessages();
  const { api } = useConsole();
  const own = useOwnRights();
  const [asked, setAsked] = useState<RightRequest | null>(null);
  const ask = useRightsCommand(
    (wish: Wish, idempotencyKey) => api.call(rightsRoutes.askForDelegation, { body: wish, idempotencyKey }),
    setAsked,
  );
  if (asked) return <Asked request={asked} onAnother={() => setAsked(null)} />;
  return (
    <div className={page.form}>
      <BackLink to="/rights/own">{say('rights.back')}</BackLink>
      <h2>{say('rights.delegate.title')}</h2>
      <p className={page.help}>{say('rights.delegate.help')}</p>
      <Reading query={own}>
        {({ rights }) => {
          const mine = rights.filter(({ state, delegatedBy }) => state === 'effective' && delegatedBy === null);
          return mine.length > 0 ? (
            <DelegationForm rights={mine} isPending={ask.isPending} onAsk={(wish) => ask.mutate(wish)} />
          ) : (
            <EmptyState icon={KeyRound} title={say('rights.delegate.none')} />
          );
        }}
      </Reading>
      <Failed error={ask.error} means={{ conflict: 'rights.ask.conflict', 'not-allowed': 'rights.ask.not-allowed' }} />
    </div>
  );
}
