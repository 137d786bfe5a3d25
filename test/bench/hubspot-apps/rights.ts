import { rights, type NeededRight, type Right } from '../../../hubspot/handlers/ui/right.ts';
import { uiCalls, type UiCallName, type UiInput } from '../../../hubspot/handlers/ui/ui-calls.ts';
import { startEdition, type Edition } from '../../../sandbox/hubspot/edition/start-edition.ts';
import type { HubPortal } from '../../../sandbox/hubspot/hub/portals/hub-portal.ts';
import { atLeast, atMost } from '../figure.ts';
import type { Reporter } from '../reporter.ts';
import { setUpPortal } from './set-up-portal.ts';
import { ask, askAs } from './ui-caller.ts';

/** Good inputs that change nothing that another call of this bench depends on. */
const inputs: { readonly [Name in UiCallName]: UiInput<Name> } = {
  access: {},
  card: { contactId: '1' },
  decide: { contactId: '1' },
  handBack: { contactId: '1', words: '' },
  report: { contactId: '1', about: 'score', words: '' },
  status: {},
  setup: {},
  fields: {},
  workflows: {},
  users: {},
  alerts: {},
  decisions: {},
  draft: {},
  saveDraft: { rows: [], version: 'another' },
  dryRun: { rows: null, most: 1 },
  learning: {},
  startLearning: {},
  cancelLearning: {},
  learningPage: { hash: 'ab'.repeat(32), after: null },
  draftLearned: { rows: [], version: 'another', words: 'learned' },
  publish: { draftHash: 'ab'.repeat(32) },
  revisions: {},
  revision: { hash: 'ab'.repeat(32) },
  rollBack: { hash: 'ab'.repeat(32) },
  grants: {},
  setGrants: { grants: [] },
  uninstall: { uninstall: true },
  signIn: { email: 'ana@northlight.example', code: null },
};

/** These would end the bench for whoever comes after: only their refusal is tried. */
const final: ReadonlySet<UiCallName> = new Set(['setGrants', 'uninstall']);

/** Somebody with exactly some rights calls everything directly, past any page: what their rights do not cover is refused. */
export async function benchRights(reporter: Reporter): Promise<void> {
  reporter.heading('Rights, by direct calls');
  const edition = await startEdition();
  try {
    await setUpPortal(edition, edition.portal);
    const stranger = edition.hubSpot.portal(edition.portal.portalId).users.at(-1)!;
    await forgetWorker(edition, stranger.email);
    let refused = 0;
    let wrong = 0;
    for (const granted of [null, ...rights]) {
      await grant(edition, stranger.email, granted);
      for (const name of Object.keys(uiCalls) as UiCallName[]) {
        if (!uiCalls[name].editions.some((one) => one === 'marketplace')) continue;
        const may = covers(granted, uiCalls[name].needs);
        if (may && final.has(name)) continue;
        const told = await askAs(edition, edition.portal, stranger.userId, name, inputs[name]);
        const isRefused = told.status === 403;
        refused += Number(isRefused);
        if (isRefused === may) {
          wrong += 1;
          reporter.note(`${name} with ${granted ?? 'no right'}: ${String(told.status)}`);
        }
      }
    }
    reporter.figure('calls refused for want of a right', refused, '', atLeast(60));
    reporter.figure('calls allowed or refused wrongly', wrong, '', atMost(0));
  } finally {
    await edition.close();
  }
}

function covers(granted: Right | null, needs: NeededRight): boolean {
  return needs === 'anybody' || (needs === 'worker' ? granted !== null : needs === granted);
}

async function grant(edition: Edition, email: string, right: Right | null): Promise<void> {
  await ask(edition, edition.portal, 'setGrants', { grants: right === null ? [] : [{ email, rights: [right] }] });
}

/** Takes somebody out of the rules, so that only what is granted counts. */
async function forgetWorker(edition: Edition, email: string): Promise<void> {
  const portal: HubPortal = edition.portal;
  const { rows, version } = await ask(edition, portal, 'draft', {});
  const without = rows.map((row) =>
    row.kind === 'person'
      ? { ...row, cells: row.cells.map((cell) => (cell.text === email ? { ...cell, text: null } : cell)) }
      : row,
  );
  await ask(edition, portal, 'saveDraft', { rows: without, version });
}
