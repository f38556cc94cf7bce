import { IncomingSignal } from '@remote-clerk/shared/contracts/live/call-signals.ts';
import { createI18n } from '@remote-clerk/shared/i18n/create-i18n.ts';
import { UiProvider } from '@remote-clerk/shared/ui/UiProvider.tsx';
import { act, cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { GuestProvider } from '../guest-context.tsx';
import { messages } from '../messages/messages.ts';
import { aView, uuid } from '../testing/builders.ts';
import { aGuest } from '../testing/fake-guest.ts';
import { Chat } from './Chat.tsx';

beforeEach(() => {
  // jsdom lays nothing out.
  Element.prototype.scrollIntoView = vi.fn();
});
afterEach(cleanup);

async function show() {
  const all = aGuest();
  await all.guest.open();
  all.guest.enter();
  await vi.waitFor(() => expect(all.guest.state.getSnapshot().chat).not.toBeNull());
  const { chat } = all.guest.state.getSnapshot();
  if (!chat) throw new Error('There is no chat');
  render(
    <UiProvider i18n={createI18n({ messages: { join: messages }, language: 'lv' })} scale="web">
      <GuestProvider value={all.guest}>
        <Chat chat={chat} invitation={aView().invitation} onClose={() => undefined} />
      </GuestProvider>
    </UiProvider>,
  );
  return { ...all, user: userEvent.setup(), field: screen.getByRole('textbox', { name: 'Jūsu teksts' }) };
}

it('is written into at once, letter by letter for the others, and keeps what was sent', async () => {
  const { user, field, sent, lines } = await show();
  expect(document.activeElement).toBe(field);
  await user.keyboard('Labdien{Enter}');
  expect(await screen.findByText('Labdien')).toBeTruthy();
  await vi.waitFor(() => expect(lines.map(({ text }) => text)).toEqual(['Labdien']));
  expect(sent[0]).toEqual({ kind: 'draft', text: 'L' });
  expect(field).toHaveProperty('value', '');
});

it('shows what others are writing, and no citizen’s name', async () => {
  const { live } = await show();
  act(() =>
    live.handlers?.onSignal(
      IncomingSignal.parse({
        consultationId: uuid(600),
        from: { id: uuid(11), name: 'Kuldīgas KAC', role: 'citizen' },
        signal: { kind: 'draft', text: 'Es nesa' },
      }),
    ),
  );
  expect(await screen.findByText('Es nesa')).toBeTruthy();
  expect(screen.getByText('Iedzīvotājs raksta')).toBeTruthy();
});
