import type { CallTicket } from '@remote-clerk/shared/contracts/call-ticket.ts';
import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import type { DeskView } from '@remote-clerk/shared/contracts/views.ts';
import { arrangeCases } from './arrangements.ts';
import { uuid } from './builders.ts';
import { type Scene, signedIn } from './scene.ts';

/** A specialist's desk as a view shows it. */
export const desk = (view: DeskView): Scene => ({
  path: '/desk',
  arrange: (fakes) => {
    signedIn('specialist', fakes);
    arrangeCases(fakes.server);
    fakes.server
      .on(routes.readDesk, () => view)
      .on(routes.setAvailability, () => view)
      .on(routes.createCallTicket, () => ticket(view.current ? 'participant' : 'standby'))
      .on(routes.listChat, () => ({ messages: [] }));
  },
});

const ticket = (standing: CallTicket['standing']): CallTicket =>
  routes.createCallTicket.reply.parse({
    ticket: 'fake',
    nodeUrl: 'http://node.test',
    roomId: uuid(900),
    standing,
    iceServers: [],
  });
