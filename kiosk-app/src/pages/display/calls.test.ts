import { describe, expect, it } from 'vitest';
import { displayOf } from '../testing/sample-display.ts';
import { Announcer } from './announcer.ts';
import { newCalls } from './new-calls.ts';
import { sentenceFor } from './spoken.ts';

const before = displayOf();
const [latest, ...others] = before.called;
if (!latest) throw new Error('The sample has no calls');

describe('a new call', () => {
  it('is one that was not on the screen before, in the order of calling', () => {
    const first = { ...latest, number: 'V013' };
    const second = { ...latest, number: 'V014' };
    expect(newCalls(before, { ...before, called: [second, first, ...before.called] })).toEqual([first, second]);
  });

  it('is also the same number once more', () => {
    const again = { ...latest, calls: 2 };
    expect(newCalls(before, { ...before, called: [again, ...others] })).toEqual([again]);
  });

  it('is none of those with which the screen begins, and none that only moved up', () => {
    expect(newCalls(null, before)).toEqual([]);
    expect(newCalls(before, { ...before, called: others })).toEqual([]);
  });
});

describe('the sentence', () => {
  it('is in the ticket’s language, with each nought said', () => {
    const say = (language: 'lv' | 'en' | 'ru' | 'uk') => sentenceFor({ number: 'V012', kiosk: 'Kiosks 1', language });
    expect(say('lv')).toBe('Numurs V 0 12, lūdzu, pie Kiosks 1.');
    expect(say('en')).toBe('Number V 0 12, please go to Kiosks 1.');
    expect([say('ru'), say('uk')].every((words) => words.includes('V 0 12'))).toBe(true);
  });

  it('says as it is a number of another kind', () => {
    expect(sentenceFor({ number: 'A-7b', kiosk: 'K', language: 'en' })).toBe('Number A-7b, please go to K.');
  });
});

it('nothing is heard until somebody allows it', () => {
  const played: string[] = [];
  const announcer = new Announcer({ play: (name) => played.push(name) }, undefined);
  announcer.call(latest);
  expect(played).toEqual([]);
  announcer.allow();
  expect(played).toEqual(['ring']);
});
