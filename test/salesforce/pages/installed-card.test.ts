import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Installation } from '../../../sandbox/salesforce/installation/installation.ts';
import type { LightningUser } from '../../../sandbox/salesforce/lightning/serve/page.ts';
import type { LightningServer } from '../../../sandbox/salesforce/lightning/serve/serve-lightning.ts';
import { servePagesOf, usersOf } from '../../../sandbox/salesforce/start/serve-pages.ts';
import { newInstallation } from '../../bench/salesforce/new-installation.ts';
import { deleteRevisionOf, prepareCardScenes, type CardScenes, type SceneName } from './card-scenes.ts';
import { PageVisits, whyNoPages, whyNoPagesWhereRequired } from './page-visits.ts';

// The first time on a machine the base components are compiled, which takes half a minute.
jest.setTimeout(240_000);

const reason = whyNoPages();
if (reason !== null) console.warn(`The score card on an installation was not opened. ${reason}`);

test('what the score card on an installation needs is there where it is required', () => {
  expect(whyNoPagesWhereRequired()).toBeNull();
});

(reason === null ? describe : describe.skip)('the score card on an installation that decides', () => {
  let installation: Installation;
  let scenes: CardScenes;
  let users: LightningUser[];
  let server: LightningServer;
  let visits: PageVisits;

  beforeAll(async () => {
    installation = await newInstallation();
    scenes = await prepareCardScenes(installation);
    users = await usersOf(installation);
    server = await servePagesOf(installation, { port: 0, leads: Object.values(scenes), users });
    visits = await PageVisits.start();
  });
  afterAll(async () => {
    await visits?.close();
    await server?.close();
    await installation?.close();
  });
  afterEach(() => visits?.closePage());

  const open = (scene: SceneName, userId = users[0]!.id, width = 1280) =>
    visits.open(`${server.address}/record/Lead/${scenes[scene].id}?user=${userId}`, width);
  const ownerOf = async (scene: SceneName): Promise<string> => {
    const lead = await installation.admin.sobject('Lead').retrieve(scenes[scene].id);
    return String(lead.OwnerId);
  };

  for (const width of [1280, 390]) {
    test(`tells the rep who has a hot lead everything at one glance, at ${width} pixels`, async () => {
      const page = await open('hot', scenes.hot.ownerId, width);
      for (const axis of ['Fit', 'Engagement', 'Intent', 'Capacity', 'Confidence']) {
        await page.getByText(new RegExp(`^${axis}: \\d+ of 100, (high|low|enough)$`)).waitFor({ state: 'attached' });
      }
      await page.getByText(/^First touch (due in|overdue by)$/).waitFor();
      expect(await page.locator('c-sbx-clock-countdown').innerText()).toMatch(/\(due\s[A-Z]/);
      const facts = page.locator('c-sbx-score-card dl');
      const titles = await facts.locator('dt').allInnerTexts();
      expect(titles[0]).toBe('Why it is yours');
      expect(titles[1]).toMatch(/^Why fit is \d+$/);
      expect(titles.slice(2)).toEqual(['In their words', 'Ask next', 'Would change it']);
      const why = await facts.locator('dd').first().locator('c-sbx-story-line').allInnerTexts();
      expect(why.length).toBeLessThanOrEqual(3);
      expect(why.join('\n')).toMatch(/→ .*\n.*(turn of|already has|works this territory)/s);
      expect(why.join('\n')).not.toContain('did not apply');
      expect(await page.locator('c-sbx-score-card').innerText()).not.toMatch(/\b(ana|ben|chiara|[a-z]+-queue)\b/);
      await visits.see(`installed-hot-${width}`);
    });

    test(`shows somebody else a cold lead that a queue holds, without an alarm about its owner, at ${width} pixels`, async () => {
      const page = await open('cold', users[0]!.id, width);
      await page.getByText('Why it is theirs', { exact: true }).first().waitFor();
      expect(await page.getByText('who does not have it').count()).toBe(0);
      expect(await page.locator('c-sbx-score-card').innerText()).not.toMatch(/\b[a-z]+-queue\b/);
      await visits.see(`installed-cold-${width}`);
    });
  }

  test('a queue that several names share is no other owner', async () => {
    const page = await open('gone');
    await page.getByText('Why it is theirs', { exact: true }).first().waitFor();
    expect(scenes.gone.givenToName).toBe('nurture-queue');
    expect(await page.getByText('who does not have it').count()).toBe(0);
  });

  test('what did not decide stands in the whole story', async () => {
    const page = await open('hot', scenes.hot.ownerId);
    await page.getByRole('button', { name: 'Why it is yours' }).click();
    await page.getByText(/^Guards that let it through/).waitFor();
    await visits.see('installed-story');
  });

  test('a lead without a decision, one that waits and one that was put aside say what they are', async () => {
    let page = await open('unscored');
    await page.getByText('Signalbox has not decided anything about this record.').waitFor();
    await visits.see('installed-unscored');
    page = await open('waiting');
    await page.getByText('Waiting for its decision since').waitFor();
    await visits.see('installed-waiting');
    page = await open('aside');
    await page.getByText('Two companies share this address.').waitFor();
    await visits.see('installed-aside');
  });

  test('a decision whose record was changed by hand still says where it went, and that it cannot be read', async () => {
    const page = await open('damaged');
    await page.getByText(/^Keep in touch by mail, no rep · Nurture · /).waitFor();
    await page.getByText(/can no longer be read/).waitFor();
    await visits.see('installed-damaged');
  });

  test('somebody without our permissions sees nothing of it, and is told what to ask for', async () => {
    const page = await open('hot', users.at(-1)!.id);
    await page
      .getByRole('alert')
      .getByText(/the permission set Signalbox Rep may be missing/)
      .waitFor();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    expect(await page.locator('c-sbx-score-axis').count()).toBe(0);
    await visits.see('installed-no-permission');
  });

  test('a colleague claims a lead in the org and takes the claim back', async () => {
    const before = await ownerOf('hot');
    const colleague = users.find(({ id, name }) => id !== before && name !== 'Running User')!;
    const page = await open('hot', colleague.id);
    await visits.press('Claim');
    await page.getByText('It is yours.').waitFor();
    expect(await ownerOf('hot')).toBe(colleague.id);
    await page.getByText(`Decided for ${scenes.hot.givenTo}, who does not have it.`).waitFor();
    await visits.see('installed-claimed');
    await visits.press('Undo claim');
    await page.getByText('It is back with who had it.').waitFor();
    expect(await ownerOf('hot')).toBe(before);
  });

  test('a lead of a queue that several names share is claimed and goes back there', async () => {
    const before = await ownerOf('gone');
    const page = await open('gone', scenes.hot.ownerId);
    await visits.press('Claim');
    await page.getByText('It is yours.').waitFor();
    await visits.press('Undo claim');
    await page.getByText('It is back with who had it.').waitFor();
    expect(await ownerOf('gone')).toBe(before);
    expect(await page.getByText('who does not have it').count()).toBe(0);
  });

  test('the rep hands the lead back and somebody else has it in the org', async () => {
    const before = await ownerOf('hot');
    const page = await open('hot', before);
    await visits.press('Hand back');
    await page.getByLabel('Why? (optional)').fill('I know them too well.');
    await visits.see('installed-handing-back');
    await visits.press('Send');
    await page.getByText('Handed back and given to the next.').waitFor();
    expect(await ownerOf('hot')).not.toBe(before);
  });

  test('a lead whose policy is gone still says where it went', async () => {
    await deleteRevisionOf(installation, scenes.gone);
    const page = await open('gone');
    await page.getByText(/^Nurture, watched by a person · Nurture · cool$/).waitFor();
    await page.getByText(/can no longer be read/).waitFor();
    await visits.see('installed-policy-gone');
  });
});
