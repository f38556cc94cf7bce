import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import { PersonalCode } from '@remote-clerk/shared/domain/personal-code.ts';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { anIdentity } from '../../testing/identity-scenes.ts';
import type { Fakes } from '../../testing/scene.ts';
import { showScene } from '../../testing/show-scene.tsx';

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const block = () => screen.findByRole('region', { name: 'Iedzīvotāja identitāte' });
const button = (name: string) => screen.findByRole('button', { name });

describe('who the citizen is', () => {
  it('is told with how, when and by whom it was checked', async () => {
    await showScene('identity-document');
    const words = (await block()).textContent;
    for (const part of ['Margarita Aleksandra', 'Personas apliecība', 'Ilze Kalniņa', '32••••-•••45'])
      expect(words).toContain(part);
    cleanup();
    await showScene('identity-signed-in');
    expect((await block()).textContent).toContain('Pieslēdzās ar latvija.lv');
    expect(within(await block()).queryByRole('button', { name: 'Labot' })).toBeNull();
  });

  it('is asked for where the service needs it', async () => {
    await showScene('identity-needed');
    expect((await block()).textContent).toContain('Šim pakalpojumam identitāte jāpārbauda');
  });

  it('is written down: the kind of document, never its number, and a code that is one', async () => {
    const sent: unknown[] = [];
    let known = false;
    const { user } = await showScene('identity-needed', ({ server }: Fakes) =>
      server
        .on(routes.readIdentity, () => ({ identity: known ? anIdentity() : null, needed: true }))
        .on(routes.recordIdentity, ({ body }) => {
          sent.push(body);
          known = true;
          return anIdentity();
        }),
    );
    await user.click(await button('Pierakstīt pārbaudi'));
    await user.type(screen.getByLabelText('Vārds'), 'Anna');
    await user.type(screen.getByLabelText(/^Personas kods/), '161175-19996');
    await user.click(await button('Saglabāt'));
    expect(screen.getByText('Aizpildiet šo lauku.')).toBeTruthy();
    expect(screen.getByText(/Tas nav Latvijas personas kods/)).toBeTruthy();
    expect(sent).toEqual([]);
    await user.type(screen.getByLabelText('Uzvārds'), 'Ķirse');
    await user.type(screen.getByLabelText(/^Personas kods/), '{Backspace}7');
    await user.click(await button('Saglabāt'));
    await waitFor(async () => expect((await block()).textContent).toContain('Krastiņa'));
    expect(sent).toEqual([
      { evidence: 'identity-card', givenName: 'Anna', familyName: 'Ķirse', personalCode: '16117519997' },
    ]);
  });

  it('is written down by the clerk for the kiosk at which they are', async () => {
    const sent: unknown[] = [];
    const { user } = await showScene('identity-at-kiosk', ({ server }: Fakes) =>
      server.on(routes.recordIdentityAtKiosk, ({ body }) => {
        sent.push(body);
        return {};
      }),
    );
    await user.click(await button('Pierakstīt pārbaudi'));
    await user.type(screen.getByLabelText('Vārds'), 'Anna');
    await user.type(screen.getByLabelText('Uzvārds'), 'Ķirse');
    await user.click(await button('Saglabāt'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent).toMatchObject([{ familyName: 'Ķirse', personalCode: null }]);
  });
});

describe('the whole code', () => {
  it('is shown to who says why, and for half a minute', async () => {
    const asked: unknown[] = [];
    const { user } = await showScene('identity-signed-in', ({ server }: Fakes) =>
      server.on(routes.revealPersonalCode, ({ body }) => {
        asked.push(body);
        return { personalCode: PersonalCode.parse('327845-61245') };
      }),
    );
    await user.click(await button('Rādīt kodu'));
    expect(screen.getByRole('button', { name: 'Rādīt' }).hasAttribute('disabled')).toBe(true);
    await user.click(screen.getByRole('radio', { name: /Jāatrod reģistrā/ }));
    vi.useFakeTimers({ shouldAdvanceTime: true });
    await user.click(screen.getByRole('button', { name: 'Rādīt' }));
    expect(await screen.findByText('327845-61245')).toBeTruthy();
    expect(asked).toEqual([{ reason: 'find-in-register' }]);
    await act(() => vi.advanceTimersByTimeAsync(31_000));
    expect(document.body.textContent).not.toContain('327845-61245');
    expect(await screen.findByText('32••••-•••45')).toBeTruthy();
  });

  it('is hidden at once by who does not need it any more', async () => {
    const { user } = await showScene('identity-signed-in');
    await user.click(await button('Rādīt kodu'));
    await user.click(screen.getByRole('radio', { name: /Jāieraksta iesniegumā/ }));
    await user.click(screen.getByRole('button', { name: 'Rādīt' }));
    await user.click(await button('Paslēpt'));
    expect(document.body.textContent).not.toContain('327845-61245');
  });
});
