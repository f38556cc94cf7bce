import { sessionRoutes } from '@remote-clerk/shared/contracts/http/sessions.ts';
import { describe, expect, it } from 'vitest';
import { bind } from './bind.ts';
import { checkComplete } from './check-complete.ts';

const { signOut, currentSession } = sessionRoutes;
const handled = bind(signOut, () => ({ providerUrl: null }));

describe('at the start', () => {
  it('every route of the contract has one handler', () => {
    expect(() => checkComplete({ signOut }, [handled])).not.toThrow();
  });

  it('a route without a handler, with two, or beyond the contract is named', () => {
    expect(() => checkComplete({ signOut, currentSession }, [handled])).toThrow('currentSession has no handler');
    expect(() => checkComplete({ signOut }, [handled, handled])).toThrow('signOut has 2 handlers');
    expect(() => checkComplete({}, [handled])).toThrow('delete /api/v1/sessions/current is not in the contract');
  });
});
