import { expect, it } from 'vitest';
import { sayFrom } from './words.ts';

it('puts arguments where they belong, and leaves what they say as it is', () => {
  const say = sayFrom({ where: '{time}, {place}', plain: 'Labdien' });
  expect(say('where', { time: '14.30', place: '{time}' })).toBe('14.30, {time}');
  expect(say('plain')).toBe('Labdien');
});
