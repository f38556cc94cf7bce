import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aCase } from '../../testing/builders.ts';
import { autosaveDelayMs, CaseDraft, type DraftPort } from './case-draft.ts';

/** A server that keeps one case, and a draft of it. */
function setUp() {
  const server = { stored: aCase({ version: 1, state: 'ended' }) };
  const check = (version: number) => {
    if (version !== server.stored.version) throw new ProblemError('conflict');
  };
  const port = {
    save: vi.fn<DraftPort['save']>(async ({ version, ...content }) => {
      check(version);
      server.stored = { ...server.stored, ...content, version: version + 1 };
      return server.stored;
    }),
    close: vi.fn<DraftPort['close']>(async ({ version, ...content }) => {
      check(version);
      server.stored = { ...server.stored, ...content, status: 'closed', version: version + 1 };
      return server.stored;
    }),
    read: vi.fn(async () => server.stored),
    onServed: vi.fn(),
  };
  const draft = new CaseDraft(server.stored, port);
  const elsewhere = (change: Partial<typeof server.stored>) => {
    server.stored = { ...server.stored, ...change, version: server.stored.version + 1 };
  };
  return { server, port, draft, state: draft.state.getSnapshot, elsewhere };
}

const type = (draft: CaseDraft, notes: string) => draft.write({ notes });
const pause = (milliseconds = autosaveDelayMs) => vi.advanceTimersByTimeAsync(milliseconds);

describe('CaseDraft', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('saves once, a moment after the last key', async () => {
    const { draft, port, server, state } = setUp();
    type(draft, 'P');
    await pause(autosaveDelayMs - 1);
    type(draft, 'Pa');
    await pause(autosaveDelayMs - 1);
    expect(port.save).not.toHaveBeenCalled();
    expect(state().status).toBe('unsaved');
    await pause(1);
    expect(port.save).toHaveBeenCalledOnce();
    expect(server.stored.notes).toBe('Pa');
    expect(state().status).toBe('saved');
  });

  it('saves what was typed while a save was under way', async () => {
    const { draft, port, server, state } = setUp();
    let answer = () => {};
    port.save.mockImplementationOnce(
      ({ version, ...content }) =>
        new Promise((resolve) => {
          answer = () => {
            server.stored = { ...server.stored, ...content, version: version + 1 };
            resolve(server.stored);
          };
        }),
    );
    type(draft, 'one');
    await pause();
    type(draft, 'one two');
    answer();
    await pause();
    expect(server.stored.notes).toBe('one two');
    expect(state()).toMatchObject({ notes: 'one two', status: 'saved' });
  });

  it('keeps what is typed while the server is away, and saves it when it is back', async () => {
    const { draft, port, server, state } = setUp();
    port.save.mockRejectedValueOnce(new ProblemError('unavailable'));
    type(draft, 'important');
    await pause();
    expect(state()).toMatchObject({ notes: 'important', status: 'failed' });
    await pause(2000);
    expect(server.stored.notes).toBe('important');
    expect(state().status).toBe('saved');
  });

  it('does not ask again after a refusal that will not change', async () => {
    const { draft, port, state } = setUp();
    port.save.mockRejectedValue(new ProblemError('not-allowed'));
    type(draft, 'x');
    await pause();
    await pause(60_000);
    expect(port.save).toHaveBeenCalledOnce();
    expect(state().status).toBe('failed');
  });

  it('saves over a change that did not touch the words, such as the end of the call', async () => {
    const { draft, server, state, elsewhere } = setUp();
    elsewhere({ endReason: 'citizen-ended' });
    type(draft, 'mine');
    await pause();
    await pause();
    expect(server.stored.notes).toBe('mine');
    expect(state().status).toBe('saved');
  });

  it('shows both texts when someone else wrote, and overwrites neither', async () => {
    const { draft, server, state, elsewhere } = setUp();
    elsewhere({ notes: 'theirs' });
    type(draft, 'mine');
    await pause();
    expect(state()).toMatchObject({ status: 'conflict', notes: 'mine', theirs: { notes: 'theirs' } });
    await pause(60_000);
    expect(server.stored.notes).toBe('theirs');
  });

  it('keeps mine when that is chosen', async () => {
    const { draft, server, state, elsewhere } = setUp();
    elsewhere({ notes: 'theirs' });
    type(draft, 'mine');
    await pause();
    draft.keepMine();
    await pause();
    expect(server.stored.notes).toBe('mine');
    expect(state()).toMatchObject({ status: 'saved', theirs: null });
  });

  it('takes theirs when that is chosen', async () => {
    const { draft, state, elsewhere } = setUp();
    elsewhere({ notes: 'theirs' });
    type(draft, 'mine');
    await pause();
    draft.takeTheirs();
    expect(state()).toMatchObject({ notes: 'theirs', status: 'saved', theirs: null });
  });

  it('takes over what was read while nothing is being written', () => {
    const { draft, state } = setUp();
    draft.receive(aCase({ version: 2, notes: 'new' }));
    expect(state().notes).toBe('new');
    draft.receive(aCase({ version: 1, notes: 'old' }));
    expect(state().notes).toBe('new');
  });

  it('closes with what is typed, saved or not, even if the version moved on meanwhile', async () => {
    const { draft, server, elsewhere } = setUp();
    type(draft, 'last words');
    elsewhere({ rating: 5 });
    await draft.close('advised');
    expect(server.stored).toMatchObject({ status: 'closed', notes: 'last words', outcome: 'advised' });
  });

  it('does not close over words that someone else wrote', async () => {
    const { draft, server, state, elsewhere } = setUp();
    type(draft, 'mine');
    elsewhere({ notes: 'theirs' });
    await expect(draft.close('advised')).rejects.toMatchObject({ type: 'conflict' });
    expect(server.stored.status).toBe('open');
    expect(state()).toMatchObject({ notes: 'mine', theirs: { notes: 'theirs' } });
  });
});
