import { act, cleanup, configure, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lv } from '../../../messages/lv.ts';
import { renderKiosk } from '../../testing/render-kiosk.tsx';
import { idOf } from '../../testing/sample-ids.ts';
import { callWith, partyOf } from '../../testing/sample-parties.ts';

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
  vi.stubGlobal('MediaStream', class {});
  HTMLVideoElement.prototype.requestVideoFrameCallback ??= () => 0;
  HTMLVideoElement.prototype.cancelVideoFrameCallback ??= () => undefined;
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const press = (name: string | RegExp) =>
  userEvent.click(within(screen.getByRole('main')).getByRole('button', { name }));
const button = (name: string) => within(screen.getByRole('main')).queryByRole('button', { name });

describe('a connection that went', () => {
  it('is said calmly, with the seconds, and that nothing is lost', async () => {
    await renderKiosk('call-reconnecting');
    expect(screen.getByText(lv['trouble.title'])).toBeTruthy();
    expect(screen.getByText(lv['trouble.kept'])).toBeTruthy();
    expect(screen.getByRole('timer').textContent).toMatch(/Atjaunojam… 1\d s/);
    expect(screen.queryByText(lv['trouble.long'])).toBeNull();
  });

  it('has other ways than waiting after half a minute, and the number of the case', async () => {
    const { server } = await renderKiosk('call-reconnecting-long');
    expect(screen.getByText(lv['trouble.long'])).toBeTruthy();
    expect(screen.getByText(/LV-2026-004217/)).toBeTruthy();
    await press(lv['staff.call']);
    expect(server.view.helpRequestedAt).not.toBeNull();
  });

  it('is no reason to leave the call’s screen while the server holds it', async () => {
    const { session } = await renderKiosk('call-direct');
    expect(screen.getByText(lv['call.direct'])).toBeTruthy();
    act(() => session.show({ phase: 'closed', closedBecause: 'refused' }));
    expect(screen.getByText(lv['trouble.kept'])).toBeTruthy();
  });

  it('of the specialist is told apart from one’s own', async () => {
    await renderKiosk('call-party-away');
    expect(screen.getByText(lv['trouble.partyTitle'])).toBeTruthy();
  });
});

describe('hold', () => {
  it('shows words, and nobody’s picture or switches', async () => {
    const { session } = await renderKiosk('call-hold');
    expect(screen.getByText(lv['hold.hidden'])).toBeTruthy();
    expect([button(lv['call.noMicrophone']), button(lv['document.show'])]).toEqual([null, null]);
    const videos = () => [...document.querySelectorAll('video')];
    expect(videos().map((video) => [video.volume, video.closest('[aria-hidden="true"]') !== null])).toEqual([
      [0, true],
    ]);
    act(() => session.show({ held: false }));
  });
});

describe('writing', () => {
  it('bears a browser whose scrolling is a promise', async () => {
    const scroll = vi.fn(async () => undefined);
    Object.assign(HTMLElement.prototype, { scrollIntoView: scroll });
    const { server } = await renderKiosk('call-chat');
    await act(async () => server.chat('Vai redzat?'));
    expect(await screen.findByText('Vai redzat?')).toBeTruthy();
    expect(scroll).toHaveBeenCalled();
    Reflect.deleteProperty(HTMLElement.prototype, 'scrollIntoView');
  });

  it('goes by the keys on the screen, is told as it is written, and is sent whole', async () => {
    const { server } = await renderKiosk('call');
    await press(lv['chat.open']);
    for (const key of ['J', 'ā', '!']) await press(key);
    expect(server.signals[0]).toEqual({ kind: 'draft', text: 'J' });
    await press(lv['chat.send']);
    expect(await screen.findByText('Jā!')).toBeTruthy();
    expect(server.lines.map(({ text, from }) => [text, from])).toEqual([['Jā!', 'citizen']]);
  });

  it('opens by itself when the specialist writes', async () => {
    const { server } = await renderKiosk('call');
    act(() => server.say({ kind: 'draft', text: 'Labdien, vai dzird' }));
    expect(screen.getByText('Labdien, vai dzird')).toBeTruthy();
  });

  it('stays on the screen when the call broke off', async () => {
    await renderKiosk('dropped-after-writing');
    expect(await screen.findByText(/Rakstīšu, jo Jūs mani/)).toBeTruthy();
  });
});

describe('what else a call has', () => {
  it('is loudness that changes only with consent', async () => {
    const { server, talk } = await renderKiosk('call-consent-volume');
    const dialog = screen.getByRole('alertdialog', { name: lv['consent.volume'] });
    expect(talk.getSnapshot().volume).toBe(1);
    await userEvent.click(within(dialog).getByRole('button', { name: lv['consent.allow'] }));
    expect(document.querySelector('video')?.volume).toBe(0.8);
    expect(server.signals).toContainEqual({ kind: 'control.answer', request: idOf(93), allowed: true });
  });

  it('is a raised hand, which the others are told of', async () => {
    const { server } = await renderKiosk('call');
    await press(lv['hand.raise']);
    expect(server.signals).toEqual([{ kind: 'hand', raised: true }]);
    expect(screen.getByText(lv['hand.raised'])).toBeTruthy();
    await press(lv['hand.lower']);
    expect(server.signals.at(-1)).toEqual({ kind: 'hand', raised: false });
  });

  it('is words for a device that went', async () => {
    await renderKiosk('call-devices-lost');
    expect(screen.getByText(lv['call.cameraLost'])).toBeTruthy();
    expect(screen.getByText(lv['call.microphoneSilent'])).toBeTruthy();
  });

  it('is captions', async () => {
    await renderKiosk('call-captions');
    expect(
      within(screen.getByRole('region', { name: lv['captions.label'] })).getByText(/iesniegums ir saņemts/),
    ).toBeTruthy();
  });

  it('is everybody’s name and what they are', async () => {
    const { session } = await renderKiosk('call');
    expect(screen.queryByText('Oksana Melnyk')).toBeNull();
    act(() =>
      session.show(callWith(partyOf('specialist', new MediaStream()), partyOf('interpreter', new MediaStream()))),
    );
    expect(screen.getByText('Oksana Melnyk')).toBeTruthy();
    expect(screen.getByText(lv['call.role.interpreter'])).toBeTruthy();
  });
});

describe('the test of itself', () => {
  it('shows at rest what failed, and that one may begin all the same', async () => {
    const { server } = await renderKiosk('rest-tested');
    const note = screen.getByText(new RegExp(lv['selfTest.citizen'].slice(0, 20)));
    expect(note.textContent).toContain('kamera, savienojums');
    expect(server.selfTests).toHaveLength(1);
    await press(/Pieskarieties/);
    expect(screen.getByRole('heading', { level: 1, name: lv['language.question'] })).toBeTruthy();
  });
});
