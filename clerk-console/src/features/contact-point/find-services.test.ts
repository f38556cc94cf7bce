import { describe, expect, it } from 'vitest';
import { aService } from '../../testing/builders.ts';
import { findServices } from './find-services.ts';

const pensions = aService({
  lv: 'Vecuma pensija',
  en: 'Old-age pension',
  ru: 'Пенсия по старости',
  uk: 'Пенсія за віком',
});
const family = aService({ lv: 'Ģimenes valsts pabalsts', en: 'Family benefit', ru: 'Пособие', uk: 'Допомога' });
const found = (search: string) => findServices([pensions, family], search, 'lv').map(({ name }) => name.en);

describe('findServices', () => {
  it('finds without Latvian marks and in any case', () => expect(found('gimenes')).toEqual(['Family benefit']));
  it('finds in every language', () => expect(found('пенсия')).toEqual(['Old-age pension']));
  it('wants every word', () => expect(found('vecuma pabalsts')).toEqual([]));
  it('shows all in the order of their names while nothing is sought', () =>
    expect(found(' ')).toEqual(['Family benefit', 'Old-age pension']));
});
