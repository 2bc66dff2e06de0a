import type { BrowserContext, Locator, Page } from '@playwright/test';
import type { Language } from '@/lib/domain/languages';
import { expect } from '../support/e2e';
import { type Words, wordsOf } from '../support/words';

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE', zh: 'zh-CN' };
type Stance = 'agree' | 'reservation' | 'abstain' | 'discuss' | 'disagree';
type Part = 'network' | 'outline' | 'assessment' | 'wording';
type Tab = 'comments' | 'agreement' | 'checks' | 'versions';

/** The browser tells an editor of a moved caret a moment later; nobody types as fast as a test. */
const caretArrives = (page: Page): Promise<void> => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100))));

/** Somebody at work on one scenario, in one language: what they press, and where they look. */
export class Desk {
  private constructor(
    readonly page: Page,
    readonly words: Words,
    private readonly scenario: string,
  ) {}

  /** @param enter gives a browser with the settings, signed in */
  static async at(enter: (settings: { readonly locale: string }) => Promise<BrowserContext>, language: Language, scenario: string): Promise<Desk> {
    const page = await (await enter({ locale: locales[language] })).newPage();
    page.setDefaultTimeout(20_000); // what does not come fails there, and not at the end of the journey
    return new Desk(page, await wordsOf(language), scenario);
  }

  async open(part: Part, tab?: Tab): Promise<void> {
    await this.page.goto(`/scenarios/${this.scenario}?part=${part}${tab ? `&panel=${tab}` : ''}`);
    await expect(this.page.locator('[data-trust=saved]')).toBeVisible({ timeout: 30_000 });
  }
  async openOffer(name: string): Promise<void> {
    await this.open('outline', 'versions');
    await this.version(name).getByRole('link', { name: this.words('signing.open-to-sign') }).click();
    await expect(this.page.locator('input[type=password]')).toBeVisible();
  }

  /** What the panel at the right shows. */
  get panel(): Locator {
    return this.page.getByRole('tabpanel');
  }
  /** How far the scenario has come, in the bar. */
  get state(): Locator {
    return this.page.getByRole('banner').locator('[data-agreement]');
  }
  /** A text of the wording in the working language. */
  text(section: string): Locator {
    return this.page.locator(`[data-item="section:${section}:en"] .ProseMirror`);
  }
  thread(about: string): Locator {
    return this.page.getByRole('article').filter({ hasText: about });
  }
  version(name: string): Locator {
    return this.page.getByRole('article').filter({ has: this.page.getByRole('heading', { name }) });
  }
  /** A button by the name of its message. */
  button(message: string, values?: Readonly<Record<string, string | number>>): Locator {
    return this.page.getByRole('button', { name: this.words(message, values), exact: true });
  }

  async typeAtTheEnd(section: string, text: string): Promise<void> {
    await this.text(section).click();
    await this.page.keyboard.press('ControlOrMeta+End');
    await caretArrives(this.page);
    await this.page.keyboard.insertText(text);
  }
  /** Selects the first letters of a text, as one does with the keyboard. */
  async selectFirst(section: string, letters: string): Promise<void> {
    await this.text(section).locator('p').first().click();
    await this.page.keyboard.press('ControlOrMeta+Home');
    for (const _ of letters) await this.page.keyboard.press('Shift+ArrowRight');
    await caretArrives(this.page);
  }

  async comment(item: string, text: string): Promise<void> {
    await this.page.locator(`[data-part] [data-comments="${item}"]`).first().click();
    await expect(this.panel.getByRole('textbox').first()).toBeFocused();
    await this.page.keyboard.insertText(text);
    await this.page.keyboard.press('ControlOrMeta+Enter');
    await expect(this.thread(text)).toBeVisible();
  }
  async reply(to: string, text: string): Promise<void> {
    await this.thread(to).getByRole('button', { name: this.words('agreement.reply') }).click();
    await expect(this.thread(to).getByRole('textbox')).toBeFocused();
    await this.page.keyboard.insertText(text);
    await this.page.keyboard.press('ControlOrMeta+Enter');
    await expect(this.thread(to)).toContainText(text);
  }
  /** Comments on the selected words and says what they should be. */
  async propose(text: string, newText: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+Alt+m');
    await expect(this.panel.getByRole('textbox').first()).toBeFocused();
    await this.page.keyboard.insertText(text);
    await this.panel.getByRole('button', { name: this.words('comments.propose') }).first().click();
    await this.panel.getByRole('textbox', { name: this.words('comments.proposal-new') }).fill(newText);
    await this.panel.getByRole('button', { name: this.words('agreement.send'), exact: true }).first().click();
    await expect(this.thread(text)).toBeVisible();
  }

  /** Says one thing for one's delegation on everything that waits for it. */
  async sayOnAllThatWaits(stance: Stance): Promise<void> {
    await this.open('outline', 'agreement'); // what was dealt with stays in the list until then
    await this.panel.getByRole('checkbox').first().check();
    await this.panel.getByRole('group').getByRole('button', { name: this.words(`positions.short.${stance}`), exact: true }).first().click();
    await expect(this.waiting(0)).toBeVisible();
  }
  /** How many items wait for a word of one's delegation. */
  waiting(count: number): Locator {
    return this.panel.getByRole('radio', { name: this.words('positions.filter.mine', { count }) });
  }
  agreedOn(agreed: number, of: number): Locator {
    return this.panel.getByText(this.words('positions.distance.agreed', { agreed, of }));
  }

  /** Fixes what stands there now as a version, in the open panel. */
  async fix(name: string): Promise<void> {
    await this.panel.getByRole('textbox', { name: this.words('agreement.version-name') }).fill(name);
    await this.button('agreement.create-version').click();
    await expect(this.version(name)).toBeVisible();
  }
  /** Fixes what stands there now as a version, and puts it up for signature. */
  async offer(number: number, name: string): Promise<void> {
    await this.open('outline', 'versions');
    await this.fix(name);
    await this.version(name).getByRole('button', { name: this.words('signing.offer.open') }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: this.words('signing.offer.button', { number }) }).click();
    await expect(this.page.getByRole('dialog')).toHaveCount(0);
  }
  /** Signs what is on the screen. */
  async sign(number: number): Promise<void> {
    await this.page.locator('input[type=password]').click(); // waits until the page is alive; what is filled in before is lost
    await this.page.keyboard.type('demo');
    await this.button('signing.sign.button', { number }).click();
    await expect(this.page.locator('input[type=password]')).toHaveCount(0);
  }

  /** A point of the agenda. */
  point(number: number): Locator {
    return this.page.locator('[data-point]').nth(number - 1);
  }
  async recordPosition(point: number, stance: Stance): Promise<void> {
    await this.point(point).getByRole('button', { name: this.words('meetings.agenda.show-item') }).click();
    await this.point(point).getByRole('group', { name: this.words('meetings.agenda.speak') }).getByRole('button', { name: this.words(`positions.short.${stance}`), exact: true }).click();
  }
  async decide(point: number, decision: string): Promise<void> {
    await this.point(point).getByRole('textbox', { name: this.words('meetings.entry.write.note') }).fill(decision);
    await this.point(point).getByRole('radio', { name: this.words('meetings.entry.kinds.decision') }).click();
    await this.point(point).getByRole('button', { name: this.words('meetings.entry.add'), exact: true }).click();
  }
  /** What the protocol's menu gives. @returns the file's path */
  async downloadProtocol(language: Language, format: 'docx' | 'pdf'): Promise<string> {
    await this.button('meetings.protocol.title').click();
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page.getByRole('menuitem', { name: `${this.words(`common.languages.${language}`)} · ${this.words(`meetings.protocol.formats.${format}`)}` }).click(),
    ]);
    return download.path();
  }
}
