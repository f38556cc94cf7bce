import { act, cleanup, configure, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { messages } from '../../messages/messages.ts';
import { screenOf } from '../flow/screen.ts';
import { renderKiosk } from '../testing/render-kiosk.tsx';

// Far more than it takes, so that a busy machine fails none.
configure({ asyncUtilTimeout: 10_000 });

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const words = messages.lv;
const signInButton = () => screen.getByRole('button', { name: /Pieslēgties ar latvija\.lv/ });

describe('signing in at the kiosk', () => {
  it('shows the provider’s pages, then goes on as who has signed in, and the provider forgets them', async () => {
    const { kiosk, server, bridge } = await renderKiosk('identity');
    await userEvent.click(signInButton());
    expect(await screen.findByText('Anna Ķirse')).toBeTruthy();
    expect(screenOf(kiosk.getSnapshot())).toBe('meeting');
    expect(server.signInQueries).toEqual(['?code=1&state=1']);
    expect(bridge.done).toEqual([
      'sign in at https://provider.example/authorize',
      'end at https://provider.example/end',
    ]);
  });

  it('is asked for with the wish, once', async () => {
    const { kiosk, server } = await renderKiosk('identity');
    await userEvent.click(signInButton());
    await userEvent.click(await screen.findByRole('button', { name: words.continue }));
    await act(async () => undefined);
    await userEvent.click(await screen.findByRole('button', { name: words['devices.askAnyway'] }));
    expect(server.asked).toMatchObject([{ signInId: expect.any(String) }]);
    expect(kiosk.getSnapshot().signedIn).toBeNull();
  });

  it('that is closed leaves the question, and a document as another way', async () => {
    const { kiosk, bridge } = await renderKiosk('identity');
    bridge.answer = null;
    await userEvent.click(signInButton());
    expect(await screen.findByRole('heading', { name: words['identity.question'] })).toBeTruthy();
    expect(bridge.done.at(-1)).toBe('end at null');
    await userEvent.click(screen.getByRole('button', { name: new RegExp(words['identity.document']) }));
    expect(screenOf(kiosk.getSnapshot())).toBe('meeting');
    expect(screen.getByText(words['identity.showDocument'])).toBeTruthy();
  });

  it('has a way back all the time, by which the provider’s pages go', async () => {
    const { bridge } = await renderKiosk('identity-signing-in');
    await userEvent.click(screen.getByRole('button', { name: words.back }));
    expect(screen.getByRole('heading', { name: words['identity.question'] })).toBeTruthy();
    expect(bridge.done).toEqual(['end at null']);
  });

  it('that fails says so calmly, and how to go on', async () => {
    const { server } = await renderKiosk('identity');
    server.fails = 'provider-unavailable';
    await userEvent.click(signInButton());
    expect(await screen.findByText(words['identity.away'])).toBeTruthy();
    expect(screen.getByText(words['identity.failedTodo'])).toBeTruthy();
    expect(signInButton()).toBeTruthy();
  });

  it('ends with the wipe, and nothing of it stays', async () => {
    const { kiosk, bridge } = await renderKiosk('identity-signing-in');
    await act(() => kiosk.wipe());
    expect(bridge.done).toContain('end at null');
    const known = await renderKiosk('meeting-signed-in');
    await act(() => known.kiosk.wipe());
    expect(JSON.stringify(known.kiosk.getSnapshot())).not.toContain('Ķirse');
    expect(document.body.textContent).not.toContain('Ķirse');
  });
});
