import { expect, it } from 'vitest';
import { forgetCode, takeCode } from './code.ts';

function aHistory(state: unknown = null) {
  const shown: string[] = [];
  const history = {
    state,
    shown,
    replaceState: (next: unknown, _title: string, url?: string | URL | null) => {
      history.state = next;
      if (url !== undefined) shown.push(String(url));
    },
  };
  return history;
}

it('takes the code out of the address', () => {
  const history = aHistory();
  expect(takeCode({ hash: '#/K7M-2QX', pathname: '/join/' }, history)).toBe('K7M-2QX');
  expect(history.shown).toEqual(['/join/']);
});

it('has the code again after the page was loaded again', () => {
  const history = aHistory();
  takeCode({ hash: '#K7M-2QX', pathname: '/join/' }, history);
  expect(takeCode({ hash: '', pathname: '/join/' }, history)).toBe('K7M-2QX');
});

it('takes a new link before what was kept', () => {
  const history = aHistory({ code: 'OLD' });
  expect(takeCode({ hash: '#NEW', pathname: '/join/' }, history)).toBe('NEW');
});

it('has none without a link, after it was forgotten, and in a broken link', () => {
  const history = aHistory({ code: 'OLD' });
  forgetCode(history);
  expect(takeCode({ hash: '', pathname: '/join/' }, history)).toBeNull();
  expect(takeCode({ hash: '#%', pathname: '/join/' }, aHistory({ other: 1 }))).toBeNull();
});
