import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'playwright-core';
import { startEdition, type Edition } from '../../../sandbox/hubspot/edition/start-edition.ts';
import { emailOf, sampleRoster } from '../../../sandbox/hubspot/edition/sample-people.ts';
import type { Tier } from '../../../sandbox/hubspot/records/record-change.ts';
import { findChromium, openBrowser } from '../../browser/open-browser.ts';
import { atMost } from '../figure.ts';
import { addSalesForm, salesLead } from '../hubspot/sales-leads.ts';
import type { Reporter } from '../reporter.ts';

const guideFile = 'docs/guides/hubspot-admin.md';
const mostSeconds = 180;
const longestWaitMillis = 45_000;

/**
 * The admin's guide, done with a browser from the first address to the first explained decision, on the highest and on the lowest plan.
 * Whatever the guide says in bold of those steps must have stood on a page by then.
 */
export async function benchGuide(reporter: Reporter): Promise<void> {
  reporter.heading('From the click that installs to the first explained decision');
  for (const tier of ['enterprise', 'free'] as const) {
    const { seconds, unseen } = await followGuide(tier);
    for (const words of unseen) reporter.note(`the guide says “${words}”, which stood nowhere on ${tier}`);
    reporter.figure(`${tier}: installed, set up, decided, explained`, seconds, 's', atMost(mostSeconds));
    reporter.figure(`${tier}: words of the guide that no page has`, unseen.length, '', atMost(0));
  }
}

type Followed = { readonly seconds: number; readonly unseen: readonly string[] };

async function followGuide(tier: Tier): Promise<Followed> {
  const edition = await startEdition({ tier, isBuilt: true });
  const browser = await openBrowser(findChromium()!);
  try {
    const form = addSalesForm(edition.hubSpot, edition.portal);
    const page = await browser.newPage({ viewport: { width: 1280, height: 1_000 } });
    page.setDefaultTimeout(longestWaitMillis);
    const seen = new Seen(page);
    const begunAt = performance.now();
    await install(page, edition, seen);
    const home = await openHome(page, edition, seen);
    await setUp(page, home, seen);
    const contactId = edition.hubSpot.submitForm(edition.portal.portalId, form.formGuid, salesLead(1));
    await readCard(page, edition, contactId, seen);
    const seconds = (performance.now() - begunAt) / 1_000;
    return { seconds, unseen: boldWords().filter((words) => !seen.has(words)) };
  } catch (error) {
    const pages = browser.contexts().flatMap((context) => context.pages());
    await pages[0]?.screenshot({ path: `out/hubspot-apps/guide-${tier}-failed.png`, fullPage: true });
    throw error;
  } finally {
    await browser.close();
    await edition.close();
  }
}

/** Everything that stood on a page at some time. */
class Seen {
  readonly #page: Page;
  #text = '';

  constructor(page: Page) {
    this.#page = page;
  }

  async look(): Promise<void> {
    for (const frame of this.#page.frames()) {
      this.#text += `\n${await frame.evaluate<string>('document.body?.innerText ?? ""').catch(() => '')}`;
    }
  }

  has(words: string): boolean {
    return this.#text.includes(words);
  }
}

/** In bold, from the first step to the card of the first lead. */
function boldWords(): string[] {
  const guide = readFileSync(guideFile, 'utf8');
  const steps = guide.slice(guide.indexOf('## 1. '), guide.indexOf('## 10. '));
  return [...new Set([...steps.matchAll(/\*\*([^*]+)\*\*/g)].map((found) => found[1]!.replace(/\s+/g, ' ')))];
}

async function install(page: Page, { publicUrl }: Edition, seen: Seen): Promise<void> {
  await page.goto(`${publicUrl}/oauth/start`);
  await seen.look();
  await page.getByRole('button', { name: 'Connect app' }).click();
  await page.getByText('Signalbox is installed').first().waitFor();
  await seen.look();
}

async function openHome(page: Page, { hubSpot, app }: Edition, seen: Seen): Promise<Frame> {
  await page.getByRole('link', { name: 'Open the connected apps' }).click();
  await seen.look();
  await page.getByRole('link', { name: `Home of ${app.name}` }).click();
  return frameOf(page, hubSpot.url);
}

/** The app's own page within HubSpot's. It says to come back in a moment while the portal is being prepared. */
async function frameOf(page: Page, origin: string): Promise<Frame> {
  const handle = await page.locator('iframe.frame').first().elementHandle();
  const frame = (await handle.contentFrame())!;
  await frame.waitForURL((url) => url.href.startsWith(origin));
  return frame;
}

async function setUp(page: Page, first: Frame, seen: Seen): Promise<void> {
  const home = await whenPrepared(page, first);
  await seen.look();
  const press = async (name: string): Promise<void> => {
    await home.getByRole('button', { name, exact: true }).first().click();
    await seen.look();
  };
  // The first step to do may stand open already.
  const open = async (name: string): Promise<void> => {
    const verb = home.getByRole('button', { name, exact: true });
    if ((await verb.count()) > 0) await verb.first().click();
    await page.waitForTimeout(400);
    await seen.look();
  };
  await open('Name your team');
  for (const { repKey, displayName } of sampleRoster()) {
    const name = repKey.charAt(0).toUpperCase() + repKey.slice(1);
    const select = home.getByLabel(name).first();
    await select.waitFor();
    const options = await select.locator('option').allTextContents();
    const mine = options.find((option) => option.includes(emailOf(repKey)) || option.includes(displayName));
    await select.selectOption({ label: mine! });
  }
  // It counts what was chosen.
  await home.getByRole('button', { name: /^Save \d+ choices$/ }).click();
  await home.getByText('Everybody who takes turns has a user').first().waitFor();
  await seen.look();
  for (const verb of [
    'Choose who answers',
    'Map the fields',
    'Set the thresholds',
    'See the ways',
    'See the workflows',
  ]) {
    await open(verb);
  }
  await open('Try the rules');
  await open('Choose a mode');
  await home.getByLabel('Live', { exact: true }).check();
  await press('See what will happen');
  await press('Publish and go live');
  await home
    .getByText(/Revision \d+ is live/)
    .first()
    .waitFor();
  await seen.look();
}

async function whenPrepared(page: Page, first: Frame): Promise<Frame> {
  let home = first;
  const end = Date.now() + longestWaitMillis;
  for (;;) {
    const isReady = await home
      .getByText('Your team')
      .first()
      .waitFor({ timeout: 4_000 })
      .then(() => true)
      .catch(() => false);
    const isPreparing = isReady && (await home.getByText('still being prepared').count()) > 0;
    if (isReady && !isPreparing) return home;
    if (Date.now() > end)
      throw new Error(`The home is not there: ${await home.evaluate<string>('document.body.innerText')}`);
    await page.waitForTimeout(1_000);
    await page.reload();
    home = await frameOf(page, new URL(page.url()).origin);
  }
}

async function readCard(page: Page, { hubSpot, portal }: Edition, contactId: string, seen: Seen): Promise<void> {
  const end = Date.now() + longestWaitMillis;
  for (;;) {
    await page.goto(`${hubSpot.url}/portal/${String(portal.portalId)}/objects/0-1/${contactId}`);
    const card = await frameOf(page, hubSpot.url);
    const isExplained = await card
      .getByText(/Why (it|fit)/)
      .first()
      .waitFor({ timeout: 5_000 })
      .then(() => true)
      .catch(() => false);
    await seen.look();
    if (isExplained) return;
    if (Date.now() > end) throw new Error('No card explains the lead.');
  }
}
