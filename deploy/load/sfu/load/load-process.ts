// A process that makes load on one server, as it is told over IPC: on another core than what is measured.
import { openBareRoom } from './bare-end.ts';
import { allConnected } from './engine.ts';
import { openJanusRoom } from './janus-end.ts';
import { MediaLoad } from './media-load.ts';
import { Order, type OrderAnswer } from './orders.ts';
import { joinOurs } from './our-end.ts';

/** Milliseconds for packets that are under way, and for subscriptions. */
const drainMs = 500;
const patienceMs = 30_000;

const load = new MediaLoad();
let expected = 0;

process.on('message', async (raw) => {
  process.send?.(await obey(Order.parse(raw)).catch((error) => ({ error: String(error) })));
});
process.on('disconnect', () => process.exit(0));

async function obey(order: Order): Promise<OrderAnswer> {
  switch (order.order) {
    case 'open-ours':
      for (const ticket of order.tickets) await joinOurs(load, order.nodeUrl, ticket);
      await allReceived(order.tickets.length);
      return {};
    case 'open-bare':
      await openBareRoom(load, order.url, `${order.room}`, order.people);
      await allReceived(order.people);
      return {};
    case 'open-janus':
      await openJanusRoom(load, order.url, order.room, order.people);
      await allReceived(order.people);
      return {};
    case 'start':
      load.start();
      return {};
    case 'count':
      load.count(order.turn);
      return {};
    case 'stop':
      load.stop();
      return tally(order.copies);
    case 'tally':
      return tally(order.copies);
  }
}

async function tally(copies: number): Promise<OrderAnswer> {
  load.countNoMore();
  await new Promise((resolve) => setTimeout(resolve, drainMs));
  return { loss: load.loss(copies) };
}

/** Everyone gets sound and picture of each other person in the room. */
async function allReceived(people: number): Promise<void> {
  expected += people * (people - 1) * 2;
  const until = performance.now() + patienceMs;
  while (load.receiving < expected) {
    if (performance.now() > until) throw new Error(`Only ${load.receiving} of ${expected} streams were set up`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await allConnected();
}
