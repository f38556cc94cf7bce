import { IncomingSignal } from '@remote-clerk/shared/contracts/live/call-signals.ts';
import { expect, it } from 'vitest';
import { uuid } from '../testing/builders.ts';
import { Talk } from './talk.ts';

function aTalk() {
  const sent: string[] = [];
  const waiting: (() => void)[] = [];
  const talk = new Talk(
    async (signal) => void sent.push(signal.kind === 'draft' ? signal.text : signal.kind),
    (run) => {
      waiting.push(run);
      return () => undefined;
    },
  );
  return { talk, sent, passTime: () => waiting.splice(0).forEach((run) => void run()) };
}

const said = (signal: IncomingSignal['signal'], from = 1) =>
  IncomingSignal.parse({
    consultationId: uuid(600),
    from: { id: uuid(from), name: `Nr. ${from}`, role: 'specialist' },
    signal,
  });

it('sends what is being written at once and then not at every letter', () => {
  const { talk, sent, passTime } = aTalk();
  for (const text of ['L', 'La', 'Lab']) talk.write(text);
  expect(sent).toEqual(['L']);
  passTime();
  expect(sent).toEqual(['L', 'Lab']);
  passTime();
  expect(sent).toEqual(['L', 'Lab']);
});

it('tells that nothing is being written any more', () => {
  const { talk, sent, passTime } = aTalk();
  talk.write('Labdien');
  talk.write('');
  passTime();
  expect(sent).toEqual(['Labdien', '']);
});

it('shows what others write until they have sent it', () => {
  const { talk } = aTalk();
  talk.receive(said({ kind: 'draft', text: 'Lab' }));
  talk.receive(said({ kind: 'draft', text: 'Labdien' }));
  expect(talk.state.getSnapshot().drafts.map(({ text }) => text)).toEqual(['Labdien']);
  talk.receive(said({ kind: 'draft', text: '' }));
  expect(talk.state.getSnapshot().drafts).toEqual([]);
});

it('keeps hands in the order in which they went up', () => {
  const { talk } = aTalk();
  talk.receive(said({ kind: 'hand', raised: true }, 2));
  talk.receive(said({ kind: 'hand', raised: true }, 1));
  talk.receive(said({ kind: 'hand', raised: true }, 2));
  expect(talk.state.getSnapshot().hands.map(({ name }) => name)).toEqual(['Nr. 2', 'Nr. 1']);
  talk.receive(said({ kind: 'hand', raised: false }, 2));
  expect(talk.state.getSnapshot().hands.map(({ name }) => name)).toEqual(['Nr. 1']);
});
