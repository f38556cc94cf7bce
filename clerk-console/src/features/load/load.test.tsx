import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { showScene } from '../../testing/show-scene.tsx';

afterEach(cleanup);

it('says each half hour in a number and a word, and a chosen day in minutes', async () => {
  const { user } = await showScene('load');
  const strip = await screen.findByRole('table', { name: /noslodze/ });
  const tuesday = within(strip).getByRole('row', { name: /otrd\., 24\.11/ });
  expect(
    within(tuesday)
      .getAllByRole('cell')
      .slice(0, 3)
      .map(({ textContent }) => textContent),
  ).toEqual(['38Mierīgi', '54Mierīgi', '69Pietiek']);
  await user.click(within(tuesday).getByRole('button'));
  const minutes = screen.getByRole('grid', { name: 'otrdiena, 24. novembris' });
  expect(within(minutes).getByRole('row', { name: /^09.00–09.30/ }).textContent).toBe('09.00–09.301264024069 %Pietiek');
});
