/** What an administrator says of a provider whose claims have their usual names. */
export const providerSettings = ({ issuer, clientId }: { issuer: string; clientId: string }) => ({
  name: 'Kuldīgas novada pieteikšanās',
  issuer,
  clientId,
  scopes: ['profile', 'email'],
  domains: [] as string[],
  claims: { username: 'preferred_username', email: 'email', name: 'name', groups: 'groups' },
  groups: [] as { group: string; roleId: string }[],
  createsAccounts: true,
  enabled: true,
});
export type ProviderSettings = ReturnType<typeof providerSettings>;
