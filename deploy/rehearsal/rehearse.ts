import path from 'node:path';
import type { Account } from '@remote-clerk/shared/contracts/http/account.ts';
import type { Language } from '@remote-clerk/shared/domain/languages.ts';
import { holdConsultation } from './hold-consultation.ts';
import type { RehearsalOptions } from './options.mjs';
import type { Row } from './report/row.ts';
import { ConsoleSide } from './sides/console-side.ts';
import { startKioskApp, startKioskBrowser } from './sides/kiosk-host.ts';
import { KioskSide } from './sides/kiosk-side.ts';
import type { Venue } from './venue/venue.ts';

/** One after the other, so that every language that the specialist speaks is seen. */
const languages: Language[] = ['lv', 'en', 'ru'];
/** No step of a person takes longer than this, in milliseconds. */
const stepWithinMs = 30_000;

type Opened = { kiosk: KioskSide; console?: ConsoleSide };
type Ends = Required<Opened> & { account: Account };

/** Holds the consultations, one after the other. One that fails is on the list with its fault, and the next is tried. */
export async function rehearse(
  venue: Venue,
  options: RehearsalOptions,
  outFolder: string,
  stopped: AbortSignal,
): Promise<{ rows: Row[]; kioskRuntime: string }> {
  const rows: Row[] = [];
  let kioskRuntime = 'not started';
  let ends: Ends | undefined;
  try {
    for (let consultation = 1; consultation <= options.consultations && !stopped.aborted; consultation += 1) {
      const language = languages[(consultation - 1) % languages.length] ?? 'lv';
      const row = emptyRow(consultation, language);
      rows.push(row);
      console.log(`\nConsultation ${consultation} of ${options.consultations}`);
      try {
        ends ??= await openEnds(venue, options);
        kioskRuntime = ends.kiosk.host.runtime;
        const held = ends;
        const picture = (name: string) => takePictures(held, outFolder, consultation, name);
        await Promise.race([
          holdConsultation(row, { ...held, language, say: console.log, picture }),
          new Promise<never>((_, reject) =>
            stopped.addEventListener('abort', () => reject(new Error('stopped by hand'))),
          ),
        ]);
      } catch (error) {
        const after = row.steps.at(-1)?.what ?? 'nothing yet';
        // The first line alone: what follows may tell of cookies.
        const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
        row.faults.push(`after "${after}": ${reason}`);
        console.log(`  FAILED after "${after}": ${reason}`);
        if (ends) await takePictures(ends, outFolder, consultation, 'failed').catch(() => undefined);
        console.log(`  Pictures: ${outFolder}   Logs: ${venue.logs}`);
        await closeEnds(ends);
        ends = undefined;
      }
      for (const fault of row.faults) console.log(`  ! ${fault}`);
    }
  } finally {
    await closeEnds(ends);
  }
  return { rows, kioskRuntime };
}

async function openEnds(venue: Venue, { kiosk: kind, headed }: RehearsalOptions): Promise<Ends> {
  const start = kind === 'app' ? startKioskApp : startKioskBrowser;
  const kiosk = new KioskSide(await start({ url: venue.url, dataFolder: venue.kioskDataFolder, headed }));
  const opened: Opened = { kiosk };
  try {
    kiosk.page.context().setDefaultTimeout(stepWithinMs);
    await kiosk.enrol(venue.enrolmentCode);
    const desk = await ConsoleSide.open({ url: venue.url, headed });
    opened.console = desk;
    desk.page.context().setDefaultTimeout(stepWithinMs);
    const account = await desk.signIn(venue.specialist);
    await desk.becomeAvailable();
    console.log(`  The kiosk runs on ${kiosk.host.runtime}; the console in Chromium ${desk.browser.version()}`);
    return { kiosk, console: desk, account };
  } catch (error) {
    await closeEnds(opened);
    throw error;
  }
}

async function closeEnds(ends: Opened | undefined): Promise<void> {
  await ends?.kiosk.host.close().catch(() => undefined);
  await ends?.console?.browser.close().catch(() => undefined);
}

async function takePictures(
  { kiosk, console: desk }: Ends,
  folder: string,
  consultation: number,
  name: string,
): Promise<void> {
  // One after the other: the machine has a call to carry.
  const file = (side: string) => path.join(folder, `${String(consultation).padStart(2, '0')}-${name}-${side}.png`);
  await kiosk.page.screenshot({ path: file('kiosk') });
  await desk.page.screenshot({ path: file('console') });
}

const emptyRow = (consultation: number, language: Language): Row => ({
  consultation,
  language,
  service: null,
  ringMs: null,
  ringFromServerMs: null,
  kiosk: { firstFrameMs: null, received: null },
  console: { firstFrameMs: null, received: null },
  caseId: null,
  onRecord: null,
  steps: [],
  faults: [],
});
