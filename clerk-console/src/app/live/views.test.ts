import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { deskKey, Views } from './views.ts';

const revision = (n: number) => ({ revision: n });

function connected() {
  const cache = new QueryClient();
  const views = new Views(cache);
  return { views, known: () => cache.getQueryData(deskKey) };
}

describe('Views', () => {
  it('keeps the highest revision while the connection lasts', () => {
    const { views, known } = connected();
    views.push(deskKey, revision(4));
    views.push(deskKey, revision(3));
    expect(known()).toEqual(revision(4));
    views.push(deskKey, revision(5));
    expect(known()).toEqual(revision(5));
  });

  it('takes whatever is first after the connection came back', () => {
    const { views, known } = connected();
    views.push(deskKey, revision(40));
    views.follow('away');
    views.follow('connected');
    views.push(deskKey, revision(2));
    expect(known()).toEqual(revision(2));
  });

  it('does not let a slow reply overwrite a newer push', () => {
    const { views, known } = connected();
    views.push(deskKey, revision(7));
    views.reply(deskKey, revision(6));
    expect(known()).toEqual(revision(7));
  });

  it('believes a reply while there is no connection', () => {
    const { views, known } = connected();
    views.push(deskKey, revision(7));
    views.follow('away');
    views.reply(deskKey, revision(1));
    expect(known()).toEqual(revision(1));
  });
});
