import { rightsRoutes } from '@remote-clerk/shared/contracts/http/rights.ts';
import type { RightRequest } from '@remote-clerk/shared/contracts/rights.ts';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useAccount } from '../../../app/account.ts';
import { useConsole } from '../../../app/context.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { BackLink } from '../parts/BackLink.tsx';
import { Failed } from '../parts/Failed.tsx';
import { Reading } from '../parts/Reading.tsx';
import page from '../Rights.module.css';
import { useRightsChoices, useRightsCommand } from '../rights-queries.ts';
import { Asked } from './Asked.tsx';
import { AskForm, type Wish } from './AskForm.tsx';

/** Asks for a right; whoever has none yet begins here. The address may say which: `?role=…&organisation=…&after=<day>`. */
export function AskForRight() {
  const say = useMessages();
  const { api } = useConsole();
  const { permissions, name } = useAccount();
  const [address] = useSearchParams();
  const choices = useRightsChoices();
  const [asked, setAsked] = useState<RightRequest | null>(null);
  const ask = useRightsCommand(
    (wish: Wish, idempotencyKey) => api.call(rightsRoutes.askForRight, { body: wish, idempotencyKey }),
    setAsked,
  );
  const isNew = permissions.every((permission) => permission === 'session.own');
  if (asked) return <Asked request={asked} onAnother={() => setAsked(null)} />;
  return (
    <div className={page.form}>
      {isNew ? (
        <>
          <h2>{say('rights.welcome', { name })}</h2>
          <p className={page.help}>{say('rights.welcome.help')}</p>
        </>
      ) : (
        <>
          <BackLink to="/rights/own">{say('rights.back')}</BackLink>
          <h2>{say('rights.ask.title')}</h2>
        </>
      )}
      <Reading query={choices}>
        {(known) => (
          <AskForm
            choices={known}
            role={address.get('role')}
            organisation={address.get('organisation')}
            after={address.get('after')}
            isPending={ask.isPending}
            onAsk={(wish) => ask.mutate(wish)}
          />
        )}
      </Reading>
      <Failed error={ask.error} means={{ conflict: 'rights.ask.conflict', 'not-allowed': 'rights.ask.not-allowed' }} />
    </div>
  );
}
