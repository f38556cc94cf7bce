import { type Browser, chromium, type Locator, type Page } from '@playwright/test';
import type { Account } from '@remote-clerk/shared/contracts/http/account.ts';
import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import type { CaseOutcome, ServiceCase } from '@remote-clerk/shared/contracts/http/service-cases.ts';
import type { DeskView } from '@remote-clerk/shared/contracts/views.ts';
import type { ServiceCaseId } from '@remote-clerk/shared/domain/ids.ts';
import { messages } from '../../../clerk-console/src/messages/messages.ts';
import { specialist } from '../media/actors.ts';
import { chromiumOptions, crash } from './browsers.ts';
import { rememberNextTouch, touchedAt } from './touch-time.ts';

const say = messages.lv;

type OpenOptions = { url: string; headed: boolean; switches?: readonly string[] };

/** Someone of the staff at the console, in a browser of their own. */
export class ConsoleSide {
  readonly browser: Browser;
  readonly page: Page;

  private constructor(browser: Browser, page: Page) {
    this.browser = browser;
    this.page = page;
  }

  static async open({ url, headed, switches }: OpenOptions): Promise<ConsoleSide> {
    const browser = await chromium.launch(chromiumOptions(specialist, headed, switches));
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${url}/console/`);
    return new ConsoleSide(browser, page);
  }

  async signIn({ username, password }: { username: string; password: string }): Promise<Account> {
    await this.typeLogin(username);
    await this.givePassword(password);
    await this.page.locator('input[name="password"]').waitFor({ state: 'detached' });
    return routes.currentSession.reply.parse(await this.#read(routes.currentSession.path)).account;
  }

  async typeLogin(login: string): Promise<void> {
    await this.page.locator('input[name="username"]').fill(login);
    await this.page.getByRole('button', { name: say['sign-in.continue'], exact: true }).click();
  }

  /** Chooses the password where there are other ways too. */
  async givePassword(password: string): Promise<void> {
    const typed = this.page.locator('input[name="password"]');
    const byPassword = this.page.getByRole('button', { name: say['sign-in.with-password'], exact: true });
    await typed.or(byPassword).waitFor();
    if (await byPassword.isVisible()) await byPassword.click();
    await typed.fill(password);
    await this.page.getByRole('button', { name: say['sign-in.submit'], exact: true }).click();
  }

  /** Turns availability on; and off before, if it was on: who has just had a call is not rung while they write it down. */
  async becomeAvailable(): Promise<void> {
    const available = this.page.getByRole('switch').first();
    await available.waitFor({ state: 'attached' });
    const becomes = async (checked: boolean) => {
      await this.page.keyboard.press('v');
      await this.page.getByRole('switch', { checked, disabled: false }).first().waitFor({ state: 'attached' });
    };
    if (await available.isChecked()) await becomes(false);
    await becomes(true);
  }

  /** @returns when the ring was painted, in milliseconds since 1970. Waits for it. */
  async ringShownAt(): Promise<number> {
    const card = this.page.locator('[data-testid="ring-card"][data-ring-shown-at]');
    await card.waitFor();
    return Number(await card.getAttribute('data-ring-shown-at'));
  }

  /** Accepts by its key. @returns when the key was pressed, in milliseconds since 1970 */
  async accept(): Promise<number> {
    await rememberNextTouch(this.page);
    await this.page.keyboard.press('a');
    return touchedAt(this.page);
  }

  async decline(): Promise<void> {
    await this.page.keyboard.press('d');
    await this.noRing();
  }

  async noRing(): Promise<void> {
    await this.page.getByTestId('ring-card').waitFor({ state: 'detached' });
  }

  async inCall(): Promise<void> {
    await this.page.locator('[data-state="in-call"]').waitFor();
  }

  async write(notes: string, outcome: CaseOutcome): Promise<void> {
    await this.page.getByRole('textbox', { name: say['case.notes'] }).fill(notes);
    await this.#chooseOutcome(outcome);
  }

  async #chooseOutcome(outcome: CaseOutcome): Promise<void> {
    await this.page.locator('label', { hasText: say[`outcome.${outcome}`] }).click();
  }

  async end(): Promise<void> {
    await this.page.getByRole('button', { name: say['call.end'], exact: true }).click();
    await this.page.locator('[data-state]').waitFor({ state: 'detached' });
  }

  /** A call that was cut off is over for the desk too; its case is closed, so that the next one may ring. */
  async finishDropped(): Promise<void> {
    await this.page.locator('[data-state]').waitFor({ state: 'detached' });
    await this.#chooseOutcome('not-served');
    await this.closeCase();
  }

  /** The browser is gone at once. */
  kill(): Promise<void> {
    return crash(this.browser);
  }

  async closeCase(): Promise<void> {
    const button = this.page.getByRole('button', { name: say['case.close'] }).and(this.page.locator(':enabled'));
    await button.click();
    await button.waitFor({ state: 'detached' });
  }

  /** A clerk's card of a kiosk. */
  kioskCard(kiosk: string): Locator {
    return this.page.getByRole('listitem').filter({ hasText: kiosk });
  }

  /** A clerk starts a session at a kiosk for a citizen. @param service its name in Latvian */
  async startSession(kiosk: string, service: string): Promise<void> {
    await this.kioskCard(kiosk).getByRole('button', { name: say['start.button'] }).click();
    await this.page.locator('aside label', { hasText: service }).click();
    await this.page.getByRole('button', { name: say['start.submit'], exact: true }).click();
  }

  async readDesk(): Promise<DeskView> {
    return routes.readDesk.reply.parse(await this.#read(routes.readDesk.path));
  }

  async readCase(caseId: ServiceCaseId): Promise<ServiceCase> {
    return routes.readServiceCase.reply.parse(await this.#read(routes.readServiceCase.path.replace(':caseId', caseId)));
  }

  /** As the page itself would: with its session, on its connection. */
  #read(path: string): Promise<unknown> {
    return this.page.evaluate(async (address) => {
      const response = await fetch(address);
      if (!response.ok) throw new Error(`${address} answers ${response.status}`);
      return response.json();
    }, path);
  }
}
