import { Counter, Gauge, Registry } from 'prom-client';

/** What is read at the moment of scraping. */
export type Readings = {
  workersAlive: () => number;
  rooms: () => number;
  peers: () => number;
  transports: () => number;
  reportsWaiting: () => number;
  detached: () => number;
  registered: () => boolean;
  draining: () => boolean;
};

export type Metrics = {
  registry: Registry;
  ticketsAdmitted: Counter;
  /** By `reason`. */
  ticketsRefused: Counter<'reason'>;
  /** By `request` and `outcome`, which is `ok` or the problem's type. */
  requests: Counter<'request' | 'outcome'>;
  workersDied: Counter;
  /** By `outcome`: signalling that was to be taken up again. */
  resumes: Counter<'outcome'>;
  /** By `reason`, as in `room.closed`. */
  roomsClosed: Counter<'reason'>;
  observe: (readings: Readings) => void;
};

/** A registry of its own: several servers can live in one process. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    ticketsAdmitted: new Counter({ name: 'sfu_tickets_admitted_total', help: 'Call tickets admitted', registers }),
    ticketsRefused: new Counter({
      name: 'sfu_tickets_refused_total',
      help: 'Call tickets refused',
      labelNames: ['reason'],
      registers,
    }),
    requests: new Counter({
      name: 'sfu_signaling_requests_total',
      help: 'Signalling requests answered',
      labelNames: ['request', 'outcome'],
      registers,
    }),
    workersDied: new Counter({ name: 'sfu_workers_died_total', help: 'Media workers that died', registers }),
    resumes: new Counter({
      name: 'sfu_resumes_total',
      help: 'Attempts to take signalling up again',
      labelNames: ['outcome'],
      registers,
    }),
    roomsClosed: new Counter({
      name: 'sfu_rooms_closed_total',
      help: 'Rooms closed; those that moved are on another node now',
      labelNames: ['reason'],
      registers,
    }),
    observe: (readings) => {
      const gauge = (name: string, help: string, read: () => number) =>
        new Gauge({
          name,
          help,
          registers,
          collect() {
            this.set(read());
          },
        });
      gauge('sfu_workers', 'Media workers alive', readings.workersAlive);
      gauge('sfu_rooms', 'Rooms open', readings.rooms);
      gauge('sfu_peers', 'Peers in rooms', readings.peers);
      gauge('sfu_peers_detached', 'Peers whose signalling is away', readings.detached);
      gauge('sfu_transports', 'WebRTC transports open', readings.transports);
      gauge('sfu_reports_waiting', 'Room reports not acknowledged yet', readings.reportsWaiting);
      gauge('sfu_registered', '1 while registered with the scheduler-api', () => (readings.registered() ? 1 : 0));
      gauge('sfu_draining', '1 while it takes no new rooms', () => (readings.draining() ? 1 : 0));
    },
  };
}
