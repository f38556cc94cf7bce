import { organisationRoutes } from '@remote-clerk/shared/contracts/http/organisations.ts';
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { organisations } from '../../../testing/rights-builders.ts';
import { showScene } from '../../../testing/show-scene.tsx';

afterEach(cleanup);

it('the tree shows what is below what, with contact points', async () => {
  await showScene('administration-organisations');
  const tree = await screen.findByRole('list', { name: 'Organizācijas' });
  const [top] = within(tree).getAllByRole('listitem');
  expect(top?.textContent).toMatch(/^Valsts digitālās attīstības aģentūra.*Kuldīgas KAC.*Kuldīgas novada pašvaldība/);
  expect(within(tree).getByText('Uzņēmums · 0 darbinieku')).toBeTruthy();
});

it('grows below the one that was chosen, and shows it at once', async () => {
  const { user, server } = await showScene('administration-organisations');
  await user.click(await screen.findByRole('button', { name: 'Pievienot zem tās: Kuldīgas novada pašvaldība' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByRole('textbox', { name: 'Nosaukums' }), 'Skrundas pagasta pārvalde{Enter}');
  expect(await screen.findByText('Skrundas pagasta pārvalde')).toBeTruthy();
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(server.requests.filter((request) => request === 'post /api/v1/organisations')).toHaveLength(1);
});

it('gives an organisation another name', async () => {
  const { user, server } = await showScene('administration-organisations');
  const sent: unknown[] = [];
  server.on(organisationRoutes.renameOrganisation, ({ params, body }) => {
    sent.push({ ...params, ...body });
    return Promise.reject(new Error('not now'));
  });
  await user.click(await screen.findByRole('button', { name: /^Mainīt nosaukumu: Kuldīgas klientu/ }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByRole('textbox', { name: 'Nosaukums' }), ' 2{Enter}');
  expect(await dialog.findByText('Neizdevās saglabāt')).toBeTruthy();
  expect(sent).toEqual([{ organisationId: organisations.centre.id, name: `${organisations.centre.name} 2` }]);
});
