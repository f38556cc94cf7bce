import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { describe, expect, it, vi } from 'vitest';
import { aView, uuid } from '../testing/builders.ts';
import { aGuest } from '../testing/fake-guest.ts';

const refuse = (type: ConstructorParameters<typeof ProblemError>[0]) => () => Promise.reject(new ProblemError(type));
const stageOf = ({ guest }: ReturnType<typeof aGuest>) => guest.state.getSnapshot().stage;
class FakeTrack extends EventTarget {
  isStopped = false;
  stop(): void {
    this.isStopped = true;
  }
}
const isTrack = (value: unknown): value is MediaStreamTrack => value instanceof FakeTrack;
const settled = () => new Promise((resolve) => setImmediate(resolve));

async function inCall(change: Parameters<typeof aGuest>[0] = {}) {
  const all = aGuest(change);
  await all.guest.open();
  all.guest.enter();
  await settled();
  const [call] = all.calls;
  if (!call) throw new Error('Nobody entered');
  call.update({ phase: 'in-call' });
  return { ...all, call };
}

describe('at the door', () => {
  it('says that a link is wanted where there is none', () => {
    expect(stageOf(aGuest({ code: null }))).toBe('no-code');
  });

  it('lets in without camera and microphone', async () => {
    const { call } = await inCall();
    expect(call.options.media).toEqual({ audio: null, video: null });
    expect(call.options.role).toBe('interpreter');
  });

  it('forgets a code that is not good', async () => {
    const all = aGuest();
    all.answers.open = refuse('invitation-not-valid');
    await all.guest.open();
    expect(stageOf(all)).toBe('not-valid');
    expect(all.forgotten).toEqual(['code']);
  });

  it('can try again when the server did not answer', async () => {
    const all = aGuest();
    const open = all.answers.open;
    all.answers.open = refuse('unavailable');
    await all.guest.open();
    expect(stageOf(all)).toBe('unreachable');
    all.answers.open = open;
    await all.guest.open();
    expect(stageOf(all)).toBe('at-door');
  });

  it('goes on trying while there is no media node, and says why', async () => {
    const all = aGuest();
    const callTicket = all.answers.callTicket;
    all.answers.callTicket = refuse('no-media-node');
    await all.guest.open();
    all.guest.enter();
    await settled();
    expect(all.guest.state.getSnapshot()).toMatchObject({ stage: 'entering', obstacle: 'no-media-node' });
    all.answers.callTicket = callTicket;
    all.passTime();
    await settled();
    expect(stageOf(all)).toBe('in-call');
  });
});

describe('in the call', () => {
  it('gives the session another ticket, and names the room that could not be entered', async () => {
    const all = await inCall();
    const asked = vi.fn(all.answers.callTicket);
    all.answers.callTicket = asked;
    const room = all.call.options.ticket.roomId;
    await all.call.options.renewTicket(room);
    expect(asked).toHaveBeenCalledWith(room);
  });

  it('lets the session go on looking while there is no node, and ends it when there is no call', async () => {
    const all = await inCall();
    all.answers.callTicket = refuse('no-media-node');
    await expect(all.call.options.renewTicket()).rejects.toMatchObject({ type: 'no-media-node' });
    all.answers.callTicket = refuse('illegal-transition');
    await expect(all.call.options.renewTicket()).resolves.toBeNull();
  });

  it('shows the screen until it is told not to, by the page or by the browser, or goes out', async () => {
    const screens: FakeTrack[] = [];
    const openScreen = async () => {
      const track: unknown = screens[screens.push(new FakeTrack()) - 1];
      return isTrack(track) ? track : null;
    };
    const { guest, call } = await inCall({ devices: { openScreen } });
    await guest.shareScreen(true);
    expect(call.getSnapshot().local.screen).toBe(true);
    await guest.shareScreen(false);
    expect([call.getSnapshot().local.screen, screens[0]?.isStopped]).toEqual([false, true]);
    await guest.shareScreen(true);
    screens[1]?.dispatchEvent(new Event('ended'));
    expect(call.getSnapshot().local.screen).toBe(false);
    await guest.leave();
    expect(screens[1]?.isStopped).toBe(true);
  });

  it('goes out and can come in again', async () => {
    const all = await inCall();
    await all.guest.leave();
    expect(stageOf(all)).toBe('left');
    expect(all.call.isLeft).toBe(true);
    expect(all.answers.left).toBe(1);
    await all.guest.open();
    all.guest.enter();
    await settled();
    expect(stageOf(all)).toBe('in-call');
    expect(all.calls).toHaveLength(2);
  });

  it('is over for good when the consultation is', async () => {
    const all = await inCall();
    all.live.handlers?.onView(aView({ consultation: { state: 'ended' } }));
    expect(all.guest.state.getSnapshot()).toMatchObject({ stage: 'over', over: 'ended', call: null });
    expect(all.forgotten).toEqual(['code']);
  });

  it('is on one’s own desk after a hand-over', async () => {
    const all = await inCall();
    const handed = aView({
      invitation: { role: 'colleague', name: 'Pēteris Ozols', accountId: uuid(5) },
      consultation: { specialistName: 'Pēteris Ozols' },
    });
    all.live.handlers?.onView(handed);
    expect(all.guest.state.getSnapshot().over).toBe('handed-over');
  });

  it('stays when only its token was too old', async () => {
    const all = await inCall();
    all.live.handlers?.onRefused();
    await settled();
    all.passTime();
    expect(stageOf(all)).toBe('in-call');
    expect(all.call.isLeft).toBe(false);
    expect(all.live.handlers).not.toBeNull();
  });

  it('is over when the way in is closed', async () => {
    const all = await inCall();
    all.answers.open = refuse('invitation-not-valid');
    all.live.handlers?.onRefused();
    await settled();
    expect(stageOf(all)).toBe('over');
  });

  it('goes on while the server is away, and asks again', async () => {
    const all = await inCall();
    all.answers.open = refuse('unavailable');
    all.live.handlers?.onRefused();
    await settled();
    expect(all.guest.state.getSnapshot()).toMatchObject({ stage: 'in-call', isAway: true });
    all.passTime();
    expect(all.live.handlers).not.toBeNull();
  });

  it('does not take the call back from the window in which it was opened after', async () => {
    const all = await inCall();
    const open = vi.fn(all.answers.open);
    all.answers.open = open;
    all.live.handlers?.onEnded();
    await settled();
    expect(all.guest.state.getSnapshot()).toMatchObject({ stage: 'over', over: 'elsewhere' });
    expect(open).not.toHaveBeenCalled();
  });

  it('says why it is over when the view said so before the page was closed', async () => {
    const all = await inCall();
    const { handlers } = all.live;
    handlers?.onView(aView({ invitation: { state: 'withdrawn' } }));
    handlers?.onEnded();
    expect(all.guest.state.getSnapshot().over).toBe('withdrawn');
  });

  it('says that it goes on in another window, and can be taken back', async () => {
    const all = await inCall();
    all.call.update({ phase: 'closed', closedBecause: 'replaced' });
    expect(all.guest.state.getSnapshot()).toMatchObject({ stage: 'over', over: 'elsewhere' });
    expect(all.forgotten).toEqual([]);
    await all.guest.open();
    expect(stageOf(all)).toBe('at-door');
  });
});
