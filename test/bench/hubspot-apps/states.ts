import { cpSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import {
  pictureFolder,
  startUiHost,
  usualContext,
  type OpenExtension,
  type UiHostDriver,
} from '../../browser/ui-host.ts';
import { atLeast, atMost } from '../figure.ts';
import type { Reporter } from '../reporter.ts';
import { buildExtensions, type BuiltExtensions } from './built-extensions.ts';
import { countUnreachable, tabTo } from './keyboard.ts';
import { shownStates, type ShownState, type Step } from './shown-states.ts';
import type { StateAnswers } from '../../hubspot/ui/states/ui-state.ts';
import { backendUrl, StatePorts } from './state-ports.ts';

const widths = [1280, 400];
const mostLooks = 20;

/** Pictures of the guides, by the states that they are of. */
const guidePictures: Readonly<Record<string, string>> = {
  'hubspot-first-run': 'home-first-day',
  'hubspot-dry-run': 'home-dry-run',
  'hubspot-card': 'card-live',
  'hubspot-status': 'home-status-busy',
  'hubspot-company': 'card-company',
  'hubspot-rules': 'settings-rule-typing',
  'hubspot-publish': 'settings-publish-changes',
  'hubspot-learn': 'settings-learn-done',
};

type Found = { states: number; pictures: number; axe: number; unreachable: number; wide: number; broken: number };

/**
 * Every state of every card, page and settings screen, in HubSpot's own build of the projects: come to by keyboard alone, looked at by
 * axe, photographed at two widths into out/ui-host, and whole.
 *
 * @param only states whose names have this in them
 * @param isForGuides copies the pictures of the guides into docs/guides/pictures
 */
export async function benchStates(reporter: Reporter, isForGuides = false, only: string | null = null): Promise<void> {
  reporter.heading('Every state of cards, pages and settings');
  rmSync(pictureFolder, { recursive: true, force: true });
  const extensions = { marketplace: await buildExtensions('marketplace'), private: await buildExtensions('private') };
  const driver = await startUiHost();
  const found: Found = { states: 0, pictures: 0, axe: 0, unreachable: 0, wide: 0, broken: 0 };
  try {
    for (const state of shownStates(Date.now()).filter(({ name }) => only === null || name.includes(only))) {
      await lookAt(driver, extensions[state.edition], state, found, (problem) => {
        reporter.note(`${state.name}: ${problem}`);
      });
    }
    reporter.figure('states', found.states, '', atLeast(100));
    reporter.figure('pictures at 400 and 1280 px', found.pictures, '', atLeast(found.states * widths.length));
    reporter.figure('findings of axe', found.axe, '', atMost(0));
    reporter.figure('controls that no key leads to', found.unreachable, '', atMost(0));
    reporter.figure('states that scroll sideways', found.wide, '', atMost(0));
    reporter.figure('states that lack their words or throw', found.broken, '', atMost(0));
    await benchAway(reporter, driver, extensions.marketplace);
  } finally {
    await driver.close();
  }
  if (isForGuides) copyForGuides();
}

async function lookAt(
  driver: UiHostDriver,
  extensions: BuiltExtensions,
  state: ShownState,
  found: Found,
  tell: (problem: string) => void,
): Promise<void> {
  found.states += 1;
  const ports = new StatePorts(state.answers, state);
  const opened = await open(driver, extensions, state, ports);
  try {
    if (state.later !== null) ports.answers = { ...ports.answers, ...state.later };
    for (const step of state.steps) await doStep(opened, step);
    await opened.settled();
    const missing = await missingWords(opened, state.shows);
    const problems = (await opened.problems()).map(({ message }) => message);
    if (missing.length + problems.length > 0) {
      found.broken += 1;
      tell([...missing.map((words) => `does not say “${words}”`), ...problems].join('; ').slice(0, 600));
    }
    for (const width of widths) {
      await opened.screenshot(state.name, width);
      found.pictures += 1;
      const isTooWide = await opened.isTooWide();
      found.wide += Number(isTooWide);
      if (isTooWide) tell(`scrolls sideways at ${String(width)} px`);
      const findings = await opened.axe();
      found.axe += findings.length;
      for (const finding of findings) tell(`at ${String(width)} px: ${finding}`);
    }
    const unreachable = await countUnreachable(opened.page);
    found.unreachable += unreachable;
    if (unreachable > 0) tell(`${String(unreachable)} controls cannot be reached by keyboard`);
  } catch (error) {
    found.broken += 1;
    tell(error instanceof Error ? error.message.split('\n')[0]! : String(error));
  } finally {
    await opened.close();
  }
}

function open(
  driver: UiHostDriver,
  extensions: BuiltExtensions,
  state: ShownState,
  ports: StatePorts,
): Promise<OpenExtension> {
  const { user, ...context } = state.context;
  return driver.open(extensions.get(state.entry)!, {
    location: state.location,
    context: {
      ...context,
      user: { ...(usualContext['user'] as object), ...(user as object | undefined) },
      variables: { PUBLIC_URL: backendUrl },
    },
    permittedUrls: { fetch: [backendUrl] },
    ports: {
      fetch: (request) => ports.fetch(request),
      serverless: (name, call) => ports.serverless(name, call),
      crmProperties: (names) => ports.crmProperties(names),
      associations: (request) => ports.associations(request),
      crmSearch: () => ports.crmSearch(),
      formatProperties: (type, rows) => ports.formatProperties(type, rows),
    },
    ...(state.path === undefined ? {} : { path: state.path }),
    isWaiting: isSilent(state.answers) || isSilent(state.later ?? {}),
  });
}

/** The worker may still compute between two answers, so that words are waited for. */
async function missingWords({ page }: OpenExtension, shows: readonly string[]): Promise<string[]> {
  for (let looks = 1; ; looks += 1) {
    const text = await page.evaluate<string>('document.body.innerText');
    const missing = shows.filter((words) => !text.includes(words));
    if (missing.length === 0 || looks >= mostLooks) return missing;
    await page.waitForTimeout(250);
  }
}

function isSilent(answers: StateAnswers): boolean {
  return Object.values(answers).includes('silent');
}

async function doStep(opened: OpenExtension, step: Step): Promise<void> {
  const { page } = opened;
  if ('press' in step) {
    const control = controlOf(page, step.press);
    await tabTo(page, control);
    // Arrows have chosen a radio button already.
    if ((await control.getAttribute('type')) !== 'radio') await page.keyboard.press('Enter');
  } else if ('tick' in step) {
    await tabTo(page, page.getByLabel(step.tick, { exact: true }).first());
    await page.keyboard.press('Space');
  } else if ('write' in step) {
    await tabTo(page, page.getByLabel(step.write[0], { exact: true }).first());
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(step.write[1]);
    await page.keyboard.press('Tab');
  } else {
    const select = page.getByLabel(step.choose[0], { exact: true }).first();
    await tabTo(page, select);
    await select.selectOption({ label: step.choose[1] });
  }
  await opened.settled();
}

/** Whatever is pressed by Enter and is called so. */
function controlOf(page: Page, name: string): ReturnType<Page['getByRole']> {
  return page
    .getByRole('button', { name, exact: true })
    .or(page.getByRole('link', { name, exact: true }))
    .or(page.getByRole('tab', { name, exact: true }))
    .or(page.getByRole('radio', { name, exact: true }))
    .or(page.locator('summary', { hasText: name }))
    .first();
}

/** A card whose backend says nothing shows what stands on the record. */
async function benchAway(reporter: Reporter, driver: UiHostDriver, extensions: BuiltExtensions): Promise<void> {
  const away = shownStates(Date.now()).find(({ name }) => name === 'card-away')!;
  const times: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    const ports = new StatePorts({ card: 'silent', access: 'silent', status: 'silent' }, away);
    const opened = await driver.open(extensions.get(away.entry)!, {
      location: away.location,
      context: { ...away.context, variables: { PUBLIC_URL: backendUrl } },
      permittedUrls: { fetch: [backendUrl] },
      isWaiting: true,
      ports: {
        fetch: (request) => ports.fetch(request),
        crmProperties: (names) => ports.crmProperties(names),
        associations: (request) => ports.associations(request),
        formatProperties: (type, rows) => ports.formatProperties(type, rows),
      },
    });
    await opened.page.getByText('Fit', { exact: true }).first().waitFor();
    // From the beginning of its page until it had drawn, by the page's own clock: the driver waits longer to see that nothing follows.
    times.push(await opened.page.evaluate<number>('window.__uiHost.changedAt'));
    await opened.close();
  }
  reporter.figure('card with a silent backend, slowest of 5', Math.max(...times), 'ms', atMost(1_000));
}

function copyForGuides(): void {
  const folder = path.resolve('docs', 'guides', 'pictures');
  mkdirSync(folder, { recursive: true });
  for (const [picture, state] of Object.entries(guidePictures)) {
    cpSync(path.join(pictureFolder, `${state}-1280.png`), path.join(folder, `${picture}.png`));
  }
}
