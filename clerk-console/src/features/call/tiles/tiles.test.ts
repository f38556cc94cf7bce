import { describe, expect, it } from 'vitest';
import { aParty, aPicture } from '../../../testing/call-builders.ts';
import { largeKeys, tilesOf, togglePin } from './tiles.ts';

const citizen = aParty();
const interpreter = aParty({ role: 'interpreter', name: 'Jānis Liepiņš' });

describe('what the stage shows large', () => {
  it('is the citizen, as long as nobody wants it otherwise', () => {
    const [first] = tilesOf([citizen, interpreter]);
    expect(largeKeys(tilesOf([citizen, interpreter]), [])).toEqual([first?.key]);
  });

  it('is what is being shown, such as a document', () => {
    const tiles = tilesOf([{ ...citizen, document: aPicture() }, interpreter]);
    expect(largeKeys(tiles, [])).toEqual(tiles.filter(({ source }) => source === 'document').map(({ key }) => key));
  });

  it('is two that were pinned, both', () => {
    const keys = tilesOf([citizen, interpreter]).map(({ key }) => key);
    expect(largeKeys(tilesOf([citizen, interpreter]), keys)).toEqual(keys);
  });

  it('stays pinned when somebody comes back as another party', () => {
    const keys = tilesOf([citizen, interpreter]).map(({ key }) => key);
    const returned = tilesOf([citizen, { ...interpreter, id: 'another' }]).map(({ key }) => key);
    expect(returned).toEqual(keys);
  });

  it('is the citizen again when who was pinned has gone', () => {
    const pinned = tilesOf([interpreter]).map(({ key }) => key);
    expect(largeKeys(tilesOf([citizen]), pinned)).toEqual(tilesOf([citizen]).map(({ key }) => key));
  });

  it('tells two of the same name apart', () => {
    const keys = tilesOf([interpreter, { ...interpreter, id: 'another' }]).map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
  });
});

describe('pinning', () => {
  it('lets go of what was pinned longest for a third', () => {
    expect(togglePin(togglePin(togglePin([], 'a'), 'b'), 'c')).toEqual(['b', 'c']);
  });

  it('is undone by the same press', () => {
    expect(togglePin(['a', 'b'], 'a')).toEqual(['b']);
  });
});
