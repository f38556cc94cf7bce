import type { Account } from '@remote-clerk/shared/contracts/http/account.ts';
import type { ServiceCase } from '@remote-clerk/shared/contracts/http/service-cases.ts';
import type { OfferedService } from '@remote-clerk/shared/contracts/views.ts';
import type { Language } from '@remote-clerk/shared/domain/languages.ts';
import { citizen, specialist } from './media/actors.ts';
import { mediaFaults, recordFaults } from './report/faults.ts';
import type { CaseOnRecord, Row } from './report/row.ts';
import { Timeline } from './report/timeline.ts';
import type { ConsoleSide } from './sides/console-side.ts';
import { firstFrameAt } from './sides/first-frame.ts';
import type { KioskSide } from './sides/kiosk-side.ts';
import { measureReceived, type ReceivedMedia } from './sides/received-media.ts';

/** How long the talk is watched and listened to, in seconds. */
export const talkSeconds = 6;
const rating = 5;
const outcome = 'advised';
/** How long figures and rating may take to reach the record, in milliseconds. */
const recordWithinMs = 10_000;

type Stage = {
  kiosk: KioskSide;
  console: ConsoleSide;
  account: Account;
  language: Language;
  say: (line: string) => void;
  /** Takes pictures of both ends. */
  picture: (name: string) => Promise<void>;
};

/**
 * Holds one consultation from the first touch to the wiped screen, and fills `row` as it goes.
 * @throws whatever stopped it; the row then says how far it came
 */
export async function holdConsultation(row: Row, stage: Stage): Promise<void> {
  const { kiosk, console: desk, account, language, say, picture } = stage;
  const timeline = new Timeline(Date.now(), say);
  row.steps = timeline.steps;
  const tell = (side: 'kiosk' | 'console' | 'server', what: string, at = Date.now()) => timeline.tell(side, what, at);

  await kiosk.shows('rest');
  await picture('rest');
  const service = chooseService(await kiosk.begin(language), account, language);
  row.service = service.name[language];
  tell('kiosk', 'touched; asks for the language');
  await picture('language');
  await kiosk.chooseLanguage();
  tell('kiosk', `speaks "${language}"; asks what it is about`);
  await picture('service');
  await kiosk.chooseService(service);
  await kiosk.chooseDocument();
  tell('kiosk', `"${row.service}"; says who will see the citizen`);
  await picture('meeting');
  await kiosk.agree();
  await kiosk.devicesReady();
  tell('kiosk', 'camera and microphone are on');
  await picture('device-check');

  const askedAt = await kiosk.ask();
  tell('kiosk', 'asks for a specialist', askedAt);
  const rangAt = await desk.ringShownAt();
  row.ringMs = rangAt - askedAt;
  tell('console', `rings after ${Math.round(row.ringMs)} ms`, rangAt);
  // As long as a person takes to see it and reach for the key.
  await desk.page.waitForTimeout(1_500);
  await picture('ring');

  const acceptedAt = await desk.accept();
  tell('console', 'accepts', acceptedAt);
  const [atKiosk, atConsole] = await Promise.all([
    firstFrameAt(kiosk.page, acceptedAt),
    firstFrameAt(desk.page, acceptedAt),
  ]);
  row.kiosk.firstFrameMs = atKiosk - acceptedAt;
  row.console.firstFrameMs = atConsole - acceptedAt;
  tell('kiosk', `sees the specialist after ${Math.round(row.kiosk.firstFrameMs)} ms`, atKiosk);
  tell('console', `sees the citizen after ${Math.round(row.console.firstFrameMs)} ms`, atConsole);
  await Promise.all([desk.inCall(), kiosk.shows('call')]);

  const { current } = await desk.readDesk();
  if (!current) throw new Error('The desk has no current consultation');
  row.caseId = current.caseId;
  const [atKioskReceived, atConsoleReceived] = await Promise.all([
    measureReceived(kiosk.page, talkSeconds),
    measureReceived(desk.page, talkSeconds),
  ]);
  row.kiosk.received = atKioskReceived;
  row.console.received = atConsoleReceived;
  row.faults.push(
    ...mediaFaults('kiosk', specialist.name, atKioskReceived),
    ...mediaFaults('console', citizen.name, atConsoleReceived),
  );
  tell('kiosk', describe(atKioskReceived));
  tell('console', describe(atConsoleReceived));
  const notes = `Mēģinājuma konsultācija ${row.consultation}: ${row.service}`;
  await desk.write(notes, outcome);
  await picture('call');

  await desk.end();
  tell('console', 'ends the call');
  await kiosk.shows('rating');
  await picture('rating');
  await desk.closeCase();
  tell('console', `closes case ${current.caseNumber}`);
  await kiosk.rate(rating);
  tell('kiosk', `is rated ${rating}; says goodbye`);
  await picture('goodbye');
  await kiosk.finish();
  tell('kiosk', 'is wiped and rests');

  const record = await readRecord(desk, current.caseId);
  row.onRecord = present(record);
  row.ringFromServerMs = rangAt - Date.parse(record.askedAt);
  row.faults.push(...recordFaults(row.onRecord, { notes, outcome, rating }));
  tell('server', `case ${record.number} is on record: ${record.state}, ${record.outcome}, rated ${record.rating}`);
}

/** Whoever signed in at the console must be able to serve it. */
function chooseService(services: OfferedService[], account: Account, language: Language): OfferedService {
  const service = services.find(
    (one) => one.institution.id === account.institutionId && one.staffed && one.languages.includes(language),
  );
  if (!service) throw new Error(`The kiosk offers no service that ${account.username} could serve in "${language}"`);
  return service;
}

/** Quality figures come with the room's last report, a moment after the call. */
async function readRecord(desk: ConsoleSide, caseId: ServiceCase['id']): Promise<ServiceCase> {
  const until = Date.now() + recordWithinMs;
  for (;;) {
    const record = await desk.readCase(caseId);
    if ((record.quality && record.rating !== null) || Date.now() > until) return record;
    await desk.page.waitForTimeout(250);
  }
}

function present({
  id,
  number,
  state,
  askedAt,
  acceptedAt,
  liveAt,
  endedAt,
  outcome,
  notes,
  rating,
  quality,
}: ServiceCase): CaseOnRecord {
  return {
    id,
    number,
    state,
    askedAt,
    acceptedAt,
    liveAt,
    endedAt,
    outcome,
    notes,
    rating,
    hasQuality: quality !== null,
  };
}

const describe = ({ framesPerSecond, width, height, seen, heard, audioLevelDb, seconds }: ReceivedMedia) =>
  `${framesPerSecond.toFixed(1)} frames/s at ${width}×${height} over ${seconds.toFixed(1)} s; ` +
  `sees the ${seen ?? 'wrong picture'}, hears ${heard ? `the ${heard}` : 'nobody'} at ${Math.round(audioLevelDb)} dB`;
