import path from 'node:path';
import { readPackage } from '../../../salesforce/permissions/read-package.ts';
import { atLeast, atMost } from '../figure.ts';
import type { Reporter } from '../reporter.ts';
import { findEntries } from './security/find-entries.ts';
import { runWithPersonalWords } from './security/personal-words.ts';
import { newSecuredOrg } from './security/secured-org.ts';
import { tryAllRights } from './security/try-all-rights.ts';
import { tryEntries, untried, type Findings } from './security/try-entries.ts';
import { tryExports } from './security/try-exports.ts';
import { tryTypedTexts } from './security/try-typed-texts.ts';
import { tryWithoutPermission } from './security/try-without-permission.ts';

const app = path.join(import.meta.dirname, '..', '..', '..', 'salesforce', 'app');

/**
 * Who tries what they may not, where leads are private: every entry, every object and field, what is typed into every parameter,
 * what an export makes of it, and what is written of a person. test/salesforce/security.test.ts holds the same as tests.
 */
export async function benchSecurity(reporter: Reporter): Promise<void> {
  reporter.heading('what people may not do, tried');
  const org = await newSecuredOrg();
  try {
    const entries = findEntries(org.installation.program);
    reporter.figure('entries', entries.length, '', atLeast(1));
    reporter.figure('  without an attempt', untried(entries).length, '', atMost(0));
    report(reporter, 'entries', tryEntries(org));
    report(reporter, 'publishing and editing without permission', tryWithoutPermission(org));
    report(reporter, 'rights on objects and fields', tryAllRights(org, readPackage(app).rules));
    report(reporter, 'typed texts', tryTypedTexts(org));
    report(reporter, 'exported cells', await tryExports(org));
  } finally {
    await org.installation.close();
  }
  const run = await runWithPersonalWords(200);
  reporter.figure('leads with an automation that names them', run.leads, 'leads', atLeast(200));
  reporter.figure('  incidents of them', run.incidents, '', atLeast(1));
  reporter.figure('  texts looked through', run.texts, '');
  reporter.figure('  texts that tell of a person', run.told.length, '', atMost(0));
  for (const { place, text } of run.told.slice(0, 3)) reporter.note(`${place}: ${text.slice(0, 120)}`);
}

function report(reporter: Reporter, what: string, { count, wrong }: Findings): void {
  reporter.figure(`attempts on ${what}`, count, '', atLeast(1));
  reporter.figure('  that came out otherwise', wrong.length, '', atMost(0));
  for (const each of wrong.slice(0, 5)) reporter.note(each);
}
