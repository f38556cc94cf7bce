import type { CallState, RemoteParty } from '@remote-clerk/shared/call/call-state.ts';
import type { ShownSource } from '../../call/kiosk-call.ts';

/** A picture on the stage: `main` ones share it equally, `side` ones stand in a row beside them. */
export type Tile = { key: string; party: RemoteParty; source: ShownSource; size: 'main' | 'side' };

/**
 * Who stands where: specialist and interpreter equally large, whoever else is there small; while a screen is shared it has the
 * stage, and all people are small. Pure.
 */
export function tilesOf(call: CallState | null): Tile[] {
  if (!call) return [];
  const parties = call.parties.length > 0 ? call.parties : call.remote ? [call.remote] : [];
  const screens = parties.filter(({ screen }) => screen !== null);
  const isLarge = ({ role }: RemoteParty) => role === 'specialist' || role === 'interpreter';
  const people = parties.map((party): Tile => {
    const size = screens.length === 0 && isLarge(party) ? 'main' : 'side';
    // The specialist keeps their place, whoever they are in the room after having come back.
    return { key: party.role === 'specialist' ? 'specialist' : party.id, party, source: 'camera', size };
  });
  const shared = screens.map((party): Tile => ({ key: `${party.id} screen`, party, source: 'screen', size: 'main' }));
  const all = [...shared, ...people];
  return [...all.filter(({ size }) => size === 'main'), ...all.filter(({ size }) => size === 'side')];
}
