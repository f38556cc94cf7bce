import type { Account } from '@remote-clerk/shared/contracts/http/account.ts';
import { createContext, useContext } from 'react';

export const AccountContext = createContext<Account | null>(null);

/** Who is signed in, on screens that only they see. */
export function useAccount(): Account {
  const account = useContext(AccountContext);
  if (!account) throw new Error('useAccount is used outside of AccountContext');
  return account;
}
