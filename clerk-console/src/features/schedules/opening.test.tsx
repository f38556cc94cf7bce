import { scheduleRoutes } from '@remote-clerk/shared/contracts/http/schedules.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { usualOpeningHours } from '@remote-clerk/shared/domain/scheduling/schedule.ts';
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { showScene } from '../../testing/show-scene.tsx';

afterEach(cleanup);

describe('a contact point’s opening hours', () => {
  it('are drawn like a specialist’s, and saved with the version that was read', async () => {
    const { server, user } = await showScene('opening-hours');
    const sent: unknown[] = [];
    server.on(scheduleRoutes.setOpeningHours, ({ body }) => {
      sent.push(body);
      return { version: 2, openingHours: usualOpeningHours };
    });
    (await screen.findByRole('button', { name: 'Piektdiena, 08.30–17.00' })).focus();
    await user.keyboard('{Shift>}{ArrowUp}{ArrowUp}{/Shift}');
    await user.click(screen.getByRole('button', { name: 'Saglabāt' }));
    expect(await screen.findByText('Saglabāts')).toBeTruthy();
    expect(sent).toMatchObject([{ version: 1, openingHours: { closures: [{ firstDay: '2026-12-28' }] } }]);
    expect(JSON.stringify(sent)).toContain('{"weekday":5,"hours":{"from":"08:30","until":"16:30"}}');
  });

  it('overwrite a colleague’s only after both were seen', async () => {
    const { server, user } = await showScene('opening-hours');
    (await screen.findByRole('button', { name: 'Piektdiena, 08.30–17.00' })).focus();
    await user.keyboard('{Delete}');
    const versions: number[] = [];
    server.on(scheduleRoutes.readOpeningHours, () => ({ version: 7, openingHours: usualOpeningHours }));
    server.on(scheduleRoutes.setOpeningHours, ({ body }) => {
      versions.push(body.version);
      if (body.version < 7) return Promise.reject(new ProblemError('conflict'));
      return { version: 8, openingHours: usualOpeningHours };
    });
    await user.click(screen.getByRole('button', { name: 'Saglabāt' }));
    const theirs = await screen.findByRole('region', { name: 'Saglabāts tagad' });
    expect(within(theirs).getByText('Piektdiena: 08.30–17.00')).toBeTruthy();
    expect(
      within(screen.getByRole('region', { name: 'Pēc Jūsu izmaiņām' })).getByText('Piektdiena: Laiku nav'),
    ).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Saglabāt manu' }));
    expect(await screen.findByText('Saglabāts')).toBeTruthy();
    expect(versions).toEqual([1, 7]);
  });
});
