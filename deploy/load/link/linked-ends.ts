import type { Page } from '@playwright/test';
import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import type { ConsultationId, ServiceCaseId } from '@remote-clerk/shared/domain/ids.ts';
import { accountOf, openAdministration } from '../../e2e/support/administration.ts';
import { startCall } from '../../e2e/support/call.ts';
import { ConsoleSide } from '../../rehearsal/sides/console-side.ts';
import { startKioskBrowser } from '../../rehearsal/sides/kiosk-host.ts';
import { KioskSide } from '../../rehearsal/sides/kiosk-side.ts';
import { createStaffClient, type StaffClient } from '../../rehearsal/venue/staff-client.ts';
import { behind, type LinkedSystem } from './linked-system.ts';

/** Who serves, and whose services are asked for. */
const username = 'ilze';
export const institution = 'VSAA';
/** No step of a person takes longer than this, in milliseconds. */
const stepWithinMs = 30_000;

export type Call = { consultationId: ConsultationId; caseId: ServiceCaseId };

/** A kiosk and a console in browsers of their own. */
export type LinkedEnds = {
  kiosk: KioskSide;
  console: ConsoleSide;
  /** The same specialist beside the browser: past every link. */
  staff: StaffClient;
  /** From the first touch until both see each other. */
  call: () => Promise<Call>;
  close: () => Promise<void>;
};

type Options = {
  /** Names the kiosk: another one for each pair of ends. */
  kioskName: string;
  /** Whether the ends are behind their links; else they reach the servers themselves. */
  linked: boolean;
  /** Told of what a page did not expect itself, in a line. */
  onTrouble?: (line: string) => void;
  /** Runs in the kiosk's page before anything else does. */
  kioskScript?: () => void;
};

export async function openEnds(system: LinkedSystem, options: Options): Promise<LinkedEnds> {
  const { url, demo, links } = system;
  const switches = (link: (typeof links)['kiosk']) => (options.linked ? behind(link) : []);
  const host = await startKioskBrowser({ url, headed: false, switches: switches(links.kiosk) });
  const opened = [() => host.close()];
  const close = async () => {
    for (const end of opened) await end().catch(() => undefined);
  };
  try {
    patient(host.page());
    tellOfTrouble('kiosk', host.page(), options);
    if (options.kioskScript) await host.page().addInitScript(options.kioskScript);
    await sendMediaTo(host.page(), options.linked ? links.kiosk.address : '127.0.0.1');
    const kiosk = new KioskSide(host);
    const makeKiosk = await openAdministration(system);
    await kiosk.enrol(() => makeKiosk(options.kioskName));
    const desk = await ConsoleSide.open({ url, headed: false, switches: switches(links.console) });
    opened.push(() => desk.browser.close());
    patient(desk.page);
    tellOfTrouble('console', desk.page, options);
    await sendMediaTo(desk.page, options.linked ? links.console.address : '127.0.0.1');
    const account = accountOf(demo, username);
    await desk.signIn(account);
    await desk.becomeAvailable();
    const staff = await createStaffClient(url, account);
    return {
      kiosk,
      console: desk,
      staff,
      async call() {
        await startCall(kiosk, desk, institution);
        const { current } = await staff.call(routes.readDesk);
        if (!current) throw new Error('The desk has no consultation');
        return { consultationId: current.id, caseId: current.caseId };
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

const patient = (page: Page) => page.context().setDefaultTimeout(stepWithinMs);

function tellOfTrouble(side: string, page: Page, { onTrouble }: Options): void {
  page.on('pageerror', ({ message }) => onTrouble?.(`${side}: ${message.split('\n')[0]}`));
  page.on('crash', () => onTrouble?.(`${side}: the page crashed`));
}

/** For datagrams Chromium asks nobody who `localhost` is: what a node announces is made an address on its way into the page. */
async function sendMediaTo(page: Page, address: string): Promise<void> {
  await page.addInitScript((to) => {
    const { setRemoteDescription } = RTCPeerConnection.prototype;
    RTCPeerConnection.prototype.setRemoteDescription = function toAddress(description) {
      const sdp = description.sdp?.replaceAll(/^(a=candidate:.*) localhost /gm, `$1 ${to} `);
      return Reflect.apply(setRemoteDescription, this, [{ type: description.type, ...(sdp && { sdp }) }]);
    };
  }, address);
  await page.reload();
}
