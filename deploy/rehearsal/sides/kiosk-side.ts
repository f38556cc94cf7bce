import type { Locator, Page } from '@playwright/test';
import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import type { OfferedService } from '@remote-clerk/shared/contracts/views.ts';
import type { Language } from '@remote-clerk/shared/domain/languages.ts';
import { languageNames } from '@remote-clerk/shared/i18n/language-names.ts';
import { messages } from '../../../kiosk-app/src/messages/messages.ts';
import type { Screen } from '../../../kiosk-app/src/renderer/flow/screen.ts';
import type { KioskHost } from './kiosk-host.ts';
import { rememberNextTouch, touchedAt } from './touch-time.ts';

/** A citizen at the kiosk: touches what is on the screen. */
export class KioskSide {
  readonly host: KioskHost;
  #language: Language = 'lv';

  constructor(host: KioskHost) {
    this.host = host;
  }

  get page(): Page {
    return this.host.page();
  }

  async shows(...screens: Screen[]): Promise<void> {
    await this.page.locator(screens.map((screen) => `main[data-screen="${screen}"]`).join(', ')).waitFor();
  }

  /** Enrols the kiosk, unless it is already. */
  async enrol(code: () => Promise<string>): Promise<void> {
    await this.shows('enrol', 'rest');
    if (await this.page.locator('main[data-screen="rest"]').isVisible()) return;
    await this.page.getByRole('textbox', { name: messages.lv['enrol.code'] }).fill(await code());
    await this.#button(messages.lv['enrol.submit']).click();
    await this.#button(messages.lv['enrol.start']).click();
    await this.shows('rest');
  }

  /** From rest to the list of services. @returns the services on offer */
  async begin(language: Language): Promise<OfferedService[]> {
    this.#language = language;
    await this.shows('rest');
    const read = this.page.waitForResponse(
      (response) => response.url().endsWith(routes.listKioskServices.path) && response.ok(),
    );
    await this.page.locator('main[data-screen="rest"] button').click();
    await this.shows('language');
    const { services } = routes.listKioskServices.reply.parse(await (await read).json());
    return services;
  }

  async chooseLanguage(): Promise<void> {
    await this.page.locator('main').getByRole('button', { name: languageNames[this.#language] }).click();
    await this.shows('purpose');
    await this.page
      .locator('main')
      .getByRole('button', { name: this.say('purpose.talk') })
      .click();
    await this.shows('service');
  }

  async chooseService(service: OfferedService): Promise<void> {
    const card = this.page.locator('main').getByRole('button', { name: service.name[this.#language] });
    const more = this.page.locator('main section ~ button');
    await card.or(more).first().waitFor();
    if (!(await card.first().isVisible())) await more.click();
    await card.first().click();
    await this.shows('ways', 'identity', 'meeting');
    // Where the wait is long the kiosk first offers something else.
    const wait = this.page.locator('main[data-screen="ways"]').getByRole('button', { name: this.say('ways.wait') });
    if (await wait.isVisible()) await wait.click();
    await this.shows('identity', 'meeting');
  }

  /** Where it has to be known who the citizen is: they will show a document. */
  async chooseDocument(): Promise<void> {
    const card = this.page
      .locator('main[data-screen="identity"]')
      .getByRole('button', { name: this.say('identity.document') });
    if (await card.isVisible()) await card.click();
    await this.shows('meeting');
  }

  async agree(): Promise<void> {
    await this.#button(this.say('continue')).click();
    await this.shows('device-check');
  }

  /** Waits until camera and microphone are on and the specialist can be asked for. */
  async devicesReady(): Promise<void> {
    await this.#askButton().and(this.page.locator(':enabled')).waitFor();
  }

  /** Asks for a specialist. @returns when the button was touched, in milliseconds since 1970 */
  async ask(): Promise<number> {
    await rememberNextTouch(this.page);
    await this.#askButton().click();
    const askedAt = await touchedAt(this.page);
    await this.shows('waiting', 'call');
    return askedAt;
  }

  /** Goes through every question. @returns when the specialist was asked for */
  async askFor(choose: (services: OfferedService[]) => OfferedService, language: Language): Promise<number> {
    const service = choose(await this.begin(language));
    await this.chooseLanguage();
    await this.chooseService(service);
    await this.chooseDocument();
    await this.agree();
    await this.devicesReady();
    return this.ask();
  }

  async leaveLine(): Promise<void> {
    await this.#button(this.say('waiting.leave')).click();
    await this.#button(this.say('leave.go')).click();
  }

  /** After a call that was cut off: no other one is wanted. */
  async giveUp(): Promise<void> {
    await this.shows('dropped');
    await this.#button(this.say('dropped.finish')).click();
    await this.shows('goodbye');
    await this.finish();
  }

  async rate(rating: number): Promise<void> {
    await this.shows('rating');
    // The radio itself is out of sight, as all of them are in a list of pictures.
    await this.page
      .locator('main label')
      .nth(rating - 1)
      .click();
    await this.shows('goodbye');
  }

  /** @returns once the kiosk is wiped and rests */
  async finish(): Promise<void> {
    const before = this.page;
    await this.#button(this.say('goodbye.finish')).click();
    await this.host.renewed(before);
  }

  say(key: keyof (typeof messages)['lv']): string {
    return messages[this.#language][key];
  }

  #askButton(): Locator {
    return this.#button(this.say('devices.ask'));
  }

  #button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }
}
