import { initialCallState, type RemoteParty } from '@remote-clerk/shared/call/call-state.ts';
import { describe, expect, it } from 'vitest';
import { noPicture, partyOf } from '../../testing/sample-parties.ts';
import { tilesOf } from './tiles.ts';

const party = (role: RemoteParty['role'], more: Partial<RemoteParty> = {}) =>
  partyOf(role, noPicture, { name: role, ...more });
const sizes = (...parties: RemoteParty[]) =>
  tilesOf({ ...initialCallState, parties, remote: parties[0] ?? null }).map(
    ({ key, source, size }) => `${key} ${source} ${size}`,
  );

describe('the stage', () => {
  it('is the specialist’s alone when nobody else is there', () => {
    expect(sizes(party('specialist'))).toEqual(['specialist camera main']);
  });

  it('is shared equally with an interpreter; a colleague stands aside', () => {
    expect(sizes(party('specialist'), party('colleague'), party('interpreter'))).toEqual([
      'specialist camera main',
      'interpreter camera main',
      'colleague camera side',
    ]);
  });

  it('belongs to a shared screen, with all people aside', () => {
    expect(sizes(party('specialist', { screen: noPicture }), party('interpreter'))).toEqual([
      'specialist screen screen main',
      'specialist camera side',
      'interpreter camera side',
    ]);
  });

  it('keeps the specialist’s place when they come back as another', () => {
    expect(tilesOf({ ...initialCallState, parties: [party('specialist', { id: 'new' })] })[0]?.key).toBe('specialist');
  });
});
