import type { Account } from '@remote-clerk/shared/contracts/http/account.ts';
import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import type { SignInReply, SignInWay } from '@remote-clerk/shared/contracts/http/sign-in.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useConsole } from '../../app/context.ts';
import { isProblem } from '../../app/problems.ts';
import { useEnter } from '../../app/session.ts';
import { rememberWhere, whereFrom } from './way-back.ts';

export type ProviderWay = Extract<SignInWay, { kind: 'provider' }>;

/** One question each, or a moment of waiting. */
export type Step =
  | { readonly kind: 'login' | 'ways' | 'password' | 'passkey' | 'code' | 'returning' }
  | { readonly kind: 'leaving'; readonly provider: ProviderWay }
  | { readonly kind: 'set-up'; readonly account: Account };

/** What was refused last, and by which of the questions. */
export type Refused = { readonly error: unknown; readonly at: 'login' | 'password' | 'passkey' | 'code' | 'provider' };

/** From the first question to being signed in: which question is next, and what the server said to the last. */
export function useSignIn(isReturning: boolean) {
  const { api, passkeys, goTo } = useConsole();
  const enter = useEnter();
  const navigate = useNavigate();
  const [step, setStep] = useState<Step>({ kind: isReturning ? 'returning' : 'login' });
  const [login, setLogin] = useState('');
  const [ways, setWays] = useState<readonly SignInWay[]>([]);
  const [refused, setRefused] = useState<Refused | null>(null);

  const go = (next: Step) => {
    setRefused(null);
    setStep(next);
  };
  const refuse = (at: Refused['at']) => (error: unknown) => {
    setRefused({ error, at });
    // What was begun is over at the server: there is nothing to try again but all of it. A right password of whoever
    // has passkeys leads to these.
    if (isProblem(error, 'sign-in-failed')) setStep({ kind: at === 'password' ? 'passkey' : 'login' });
  };

  async function accept(reply: SignInReply): Promise<void> {
    if (reply.state === 'code-needed') {
      go({ kind: 'code' });
    } else if (reply.state === 'second-factor-to-set-up') {
      go({ kind: 'set-up', account: reply.account });
    } else {
      const from = whereFrom();
      // On the screen first: whoever is in and at no place of theirs is led to their first one.
      if (from) await navigate(from, { replace: true, flushSync: true });
      enter(reply.account);
    }
  }

  const password = useMutation({
    mutationFn: (given: string) => api.call(routes.signIn, { body: { username: login, password: given } }),
    onSuccess: accept,
    onError: refuse('password'),
  });
  const code = useMutation({
    mutationFn: (given: string) => api.call(routes.giveOneTimeCode, { body: { code: given } }),
    onSuccess: accept,
    onError: refuse('code'),
  });
  const passkey = useMutation({
    mutationFn: async (how: 'dialog' | 'in-field') => {
      const { options } = await api.call(routes.beginPasskeySignIn, { body: {} });
      const answer = await passkeys.ask(options, how).catch((error: unknown) => {
        if (how === 'dialog') throw error;
        return null;
      });
      return answer && api.call(routes.completePasskeySignIn, { body: { answer } });
    },
    onSuccess: (reply) => reply && accept(reply),
    // Nobody asked for what the page offers by itself: only its refusal by the server is worth a word.
    onError: (error, how) => {
      if (how === 'dialog' || isProblem(error, 'wrong-credentials')) refuse('passkey')(error);
    },
  });
  const leave = useMutation({
    mutationFn: ({ id }: ProviderWay) => api.call(routes.beginProviderSignIn, { params: { providerId: id }, body: {} }),
    onSuccess: ({ url }) => {
      rememberWhere();
      goTo(url);
    },
    onError: (error) => {
      setStep({ kind: ways.length > 1 ? 'ways' : 'login' });
      refuse('provider')(error);
    },
  });
  const provider = useMutation({
    mutationFn: (answer: string) => api.call(routes.completeProviderSignIn, { body: { answer } }),
    onSuccess: accept,
    onError: (error) => {
      setStep({ kind: 'login' });
      refuse('provider')(error);
    },
  });

  function choose(way: SignInWay): void {
    if (way.kind === 'provider') {
      go({ kind: 'leaving', provider: way });
      leave.mutate(way);
    } else {
      go({ kind: way.kind });
      if (way.kind === 'passkey') passkey.mutate('dialog');
    }
  }

  const discovery = useMutation({
    mutationFn: (given: string) => api.call(routes.discoverSignIn, { body: { login: given } }),
    onSuccess: ({ ways: found }) => {
      setWays(found);
      const [only, another] = found;
      if (!only) refuse('login')(new ProblemError('not-found'));
      else if (another) go({ kind: 'ways' });
      else choose(only);
    },
    onError: refuse('login'),
  });

  return { step, login, setLogin, ways, refused, go, choose, accept, discovery, password, code, passkey, provider };
}

export type SignIn = ReturnType<typeof useSignIn>;

export interface StepProps {
  readonly signIn: SignIn;
  /** Asking now would be refused unheard. */
  readonly mustWait: boolean;
}
