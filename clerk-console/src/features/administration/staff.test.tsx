import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { showScene } from '../../testing/show-scene.tsx';

beforeEach(() => localStorage.clear());
afterEach(cleanup);

it.each([
  ['ends somebody’s sessions', 'Beigt sesijas', 'Sesijas ir beigtas'],
  ['takes a lost second step away', 'Noņemt otro soli', 'Otrais solis ir noņemts'],
])('an administrator %s when asked twice, and is told that it is done', async (_what, label, done) => {
  const { server, user } = await showScene('administration-staff');
  const asked: string[] = [];
  const note = ({ params }: { params: { accountId: string } }) => {
    asked.push(params.accountId);
    return {};
  };
  server.on(routes.endStaffSessions, note).on(routes.resetSecondFactor, note);
  const [button] = await screen.findAllByRole('button', { name: label });
  const row = button?.closest('tr');
  if (!button || !row) throw new Error('There is nobody to do it to');
  await user.click(button);
  expect(asked).toEqual([]);
  await user.click(within(row).getByRole('button', { name: label }));
  expect(await within(row).findByText(done)).toBeTruthy();
  expect(asked).toHaveLength(1);
});
