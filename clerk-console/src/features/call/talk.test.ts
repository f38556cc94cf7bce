import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import { ConsultationId } from '@remote-clerk/shared/domain/ids.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CallWire } from '../../app/live/call-wire.ts';
import { uuid } from '../../testing/builders.ts';
import { aLine } from '../../testing/call-builders.ts';
import { createFakePorts } from '../../testing/fake-ports.ts';
import { Talk } from './talk.ts';

const id = ConsultationId.parse(uuid(600));

function setUp() {
  const { ports, server } = createFakePorts();
  const wire = new CallWire();
  const drafts: string[] = [];
  wire.use({
    sendSignal: async ({ signal }) => {
      if (signal.kind === 'draft') drafts.push(signal.text);
    },
    close: () => {},
  });
  const written: string[] = [];
  server
    .on(routes.listChat, () => ({ messages: [] }))
    .on(routes.writeChat, ({ body }) => {
      written.push(body.text);
      return aLine(written.length, body.text);
    });
  return { talk: new Talk(id, ports.api, wire), server, wire, drafts, written };
}

describe('Talk', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('tells what is being written at most every 300 ms, and always the latest', async () => {
    const { talk, drafts } = setUp();
    for (const text of ['L', 'La', 'Lab']) talk.write(text);
    await vi.advanceTimersByTimeAsync(300);
    talk.write('Labd');
    await vi.advanceTimersByTimeAsync(299);
    expect(drafts).toEqual(['Lab']);
    await vi.advanceTimersByTimeAsync(1);
    expect(drafts).toEqual(['Lab', 'Labd']);
  });

  it('takes the draft back when the line was sent', async () => {
    const { talk, drafts, written } = setUp();
    talk.write('Labdien');
    await vi.advanceTimersByTimeAsync(300);
    talk.send();
    await vi.advanceTimersByTimeAsync(300);
    expect(drafts).toEqual(['Labdien', '']);
    expect(written).toEqual(['Labdien']);
    expect(talk.state.getSnapshot().text).toBe('');
  });

  it('sends a line that was written while the server was away, once it is back', async () => {
    const { talk, server, wire, written } = setUp();
    server.isAway = true;
    talk.write('Labdien');
    talk.send();
    await vi.advanceTimersByTimeAsync(100);
    expect(talk.chat.getSnapshot().sending).toMatchObject([{ text: 'Labdien', state: 'waiting' }]);
    server.isAway = false;
    wire.reconnected();
    await vi.advanceTimersByTimeAsync(100);
    expect(written).toEqual(['Labdien']);
    expect(talk.chat.getSnapshot()).toMatchObject({ lines: [{ text: 'Labdien' }], sending: [] });
  });

  it('sends what was on its way also after the call', async () => {
    const { talk, server, written } = setUp();
    server.isAway = true;
    talk.write('Paldies');
    talk.send();
    talk.close();
    server.isAway = false;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(written).toEqual(['Paldies']);
  });
});
