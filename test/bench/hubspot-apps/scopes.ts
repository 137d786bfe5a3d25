import { optionalScopes, requiredScopes } from '../../../hubspot/server/installing/scopes.ts';
import { startEdition, type Edition } from '../../../sandbox/hubspot/edition/start-edition.ts';
import type { HubPortal } from '../../../sandbox/hubspot/hub/portals/hub-portal.ts';
import type { SetupForm } from '../../../hubspot/handlers/ui/ui-forms.ts';
import { addSalesForm, missingOf, salesLead, until } from '../hubspot/sales-leads.ts';
import { atMost } from '../figure.ts';
import type { Reporter } from '../reporter.ts';
import { setUpPortal } from './set-up-portal.ts';
import { ask } from './ui-caller.ts';

/** What of a lead does not come without a scope, as the README of the app has it; everything else must. */
const missingWithout: Readonly<Record<string, readonly string[]>> = {
  'crm.objects.leads.read': ['lead record'],
  'crm.objects.leads.write': ['lead record'],
};

/** Rules are files where the portal's records are not granted. */
const filesWithout: ReadonlySet<string> = new Set(optionalScopes.filter((scope) => scope.includes('.custom.')));

const longestMillis = 90_000;

/**
 * Each optional scope refused in turn, and all of them, and a Free portal: a lead is decided each time, only what the README says is
 * missing, and the setup says so. Then the scopes that calls needed are compared with those that the app asks for.
 */
export async function benchScopes(reporter: Reporter): Promise<void> {
  reporter.heading('Scopes and plans');
  const edition = await startEdition();
  try {
    let wrong = 0;
    const check = async (name: string, portal: HubPortal, granted: readonly string[] | null): Promise<void> => {
      const problems = await tryPortal(edition, portal, granted).catch((error: Error) => [error.message]);
      for (const problem of problems) reporter.note(`${name}: ${problem}`);
      wrong += problems.length;
    };
    await check('everything granted', edition.portal, null);
    for (const refused of optionalScopes) {
      const granted = optionalScopes.filter((scope) => scope !== refused);
      await check(`without ${refused}`, edition.addPortal(), granted);
    }
    // Rules need some place: of the two that there are, files are the one that every plan has.
    await check('files alone', edition.addPortal(), ['files']);
    await check('Free plan', edition.addPortal('free'), null);
    reporter.figure('scopes refused and plans, otherwise than told', wrong, '', atMost(0));
    reportUse(reporter, edition);
  } finally {
    await edition.close();
  }
}

/** Everything that is not as it is told. */
async function tryPortal(edition: Edition, portal: HubPortal, granted: readonly string[] | null): Promise<string[]> {
  await setUpPortal(edition, portal, granted);
  // What the first run looks at beside the setup itself.
  for (const name of ['fields', 'workflows', 'users'] as const) await ask(edition, portal, name, {});
  const setup = await ask(edition, portal, 'setup', {});
  const missing = setup.missingScopes.map(({ scope }) => scope);
  const expected = new Set(missing.flatMap((scope) => missingWithout[scope] ?? []));
  const form = addSalesForm(edition.hubSpot, portal);
  const contactId = edition.hubSpot.submitForm(portal.portalId, form.formGuid, salesLead(portal.portalId));
  const lacking = (): string[] => missingOf(portal, contactId).filter((what) => !expected.has(what));
  try {
    await until('the lead is whole', () => lacking().length === 0, longestMillis);
  } catch {
    return [`the lead lacks ${lacking().join(', ')}`];
  }
  return [
    ...told(setup, missing, granted),
    ...[...expected]
      .filter((what) => !missingOf(portal, contactId).includes(what))
      .map((what) => `it has a ${what} nevertheless`),
  ];
}

function told(setup: SetupForm, missing: readonly string[], granted: readonly string[] | null): string[] {
  const problems: string[] = [];
  const refused = granted === null ? [] : optionalScopes.filter((scope) => !granted.includes(scope));
  for (const scope of refused) {
    if (!missing.includes(scope)) problems.push(`the setup does not say that ${scope} is missing`);
  }
  for (const { scope, without } of setup.missingScopes) {
    if (without === 'Something is done less.') problems.push(`nobody says what is done less without ${scope}`);
  }
  const isFiles = missing.some((scope) => filesWithout.has(scope));
  if ((setup.ruleForm === 'files') !== isFiles) problems.push(`rules are ${setup.ruleForm}`);
  return problems;
}

/** `oauth` is what every app must ask for; no call needs it. */
function reportUse(reporter: Reporter, { hubSpot, app }: Edition): void {
  const used = new Set([...hubSpot.scopesUsed(app.appId), 'oauth']);
  const asked = [...requiredScopes, ...optionalScopes];
  const unused = asked.filter((scope) => !used.has(scope));
  const unasked = [...used].filter((scope) => !asked.includes(scope));
  for (const scope of unused) reporter.note(`asked for and never needed: ${scope}`);
  for (const scope of unasked) reporter.note(`needed and never asked for: ${scope}`);
  reporter.figure('scopes in the manifest other than those used', unused.length + unasked.length, '', atMost(0));
}
