import { calendarsOfText, policyOfText, rosterOfText } from '../../../core/src/author/run/snapshot-texts.ts';
import { prepare, writeCalendars, writePolicy, writeRoster } from '../../../core/src/decide/index.ts';
import { takeDecision } from '../../../hubspot/functions/deciding/take-decision.ts';
import { EntryLog } from '../../../hubspot/functions/log/entry-log.ts';
import { entrySchema } from '../../../hubspot/functions/log/entry-type.ts';
import { hintKey, snapshotKey, turnKeyOf } from '../../../hubspot/functions/log/keys.ts';
import type { DecidingView } from '../../../hubspot/functions/portal/deciding-view.ts';
import type { PrivatePortal } from '../../../hubspot/functions/portal/private-portal.ts';
import { TurnBook } from '../../../hubspot/functions/turns/turn-book.ts';
import { writeTurn } from '../../../hubspot/functions/turns/turn-text.ts';
import { ledgerNameOf } from '../../../hubspot/handlers/deciding/ledger-name.ts';
import { portalSettingsSchema } from '../../../hubspot/handlers/portal/portal-settings.ts';
import { RecordRuleStore } from '../../../hubspot/handlers/rules/record-rule-store.ts';
import type { Question } from '../../cases/given.ts';
import { MemoryCrm } from '../../hubspot/memory-crm.ts';

/**
 * Decides a case by the private edition's own path, in a portal in memory: people and hours are kept as snapshots and read back,
 * ledgers are turns of the log, and the decision is what its entry holds.
 */
export async function decideCase(question: Question): Promise<{ decisionText: string; personalText: string }> {
  const crm = new MemoryCrm({ now: question.input.now });
  const { objectTypeId } = await crm.createSchema(entrySchema());
  const log = new EntryLog(crm, objectTypeId, 'a case');
  const portal = portalOf(crm, log, question);
  const view = await viewOf(log, question);
  const book = new TurnBook(log);
  await keepLedgers(log, book, question);
  const { submission } = question.input;
  const taken = await takeDecision(portal, view, book, {
    subject: {
      waiting: { contactId: '1', arrival: 1, waitingSince: submission.receivedAt, handedBackKeys: [] },
      contact: { id: '1', properties: {}, history: {}, createdAt: 0, updatedAt: 0, isArchived: false },
      input: question.input,
      ownerId: null,
      openLeads: [],
      earlier: null,
    },
    promised: { isOpen: false, dueAt: null, isOwedAnother: false },
    deadline: Number.POSITIVE_INFINITY,
    recount: (ledgers) => [...ledgers],
  });
  if (taken.kind !== 'made') {
    throw new Error(`The case was not decided: ${taken.kind}.`);
  }
  const entry = await log.findByKey(taken.entry.key, ['body', 'personal']);
  return { decisionText: entry?.texts.body ?? '', personalText: entry?.texts.personal ?? '' };
}

function portalOf(crm: MemoryCrm, log: EntryLog, { input }: Question): PrivatePortal {
  return {
    now: () => input.now,
    chance: () => 0.5,
    sleep: () => Promise.resolve(),
    newName: () => 'a case',
    portalId: 1,
    appId: crm.appId,
    accountType: 'STANDARD',
    crm,
    store: new RecordRuleStore(crm),
    log,
    lists: { freeMail: new Set(), disposable: new Set(), employeeDomains: new Set(), competitorDomains: new Set() },
    self: { id: '1', hasLeads: false, missingProperties: new Set(), lastLive: null },
  };
}

async function viewOf(log: EntryLog, { policy, reps, calendars }: Question): Promise<DecidingView> {
  const kept = policyOfText(writePolicy(policy));
  const roster = rosterOfText(await keptText(log, 'roster', writeRoster({ reps })));
  const windows = calendarsOfText(await keptText(log, 'calendars', writeCalendars(calendars)));
  return {
    rules: { number: 1, hash: 'policy', policy: kept },
    configuration: { settings: portalSettingsSchema.parse({}), people: [], calendars: [] },
    team: {
      takenAt: 0,
      roster,
      calendars: windows,
      ownerIdOf: new Map(roster.reps.map(({ repKey }, place) => [repKey, String(place + 1)])),
      keyOfOwner: new Map(roster.reps.map(({ repKey }, place) => [String(place + 1), repKey])),
      problems: [],
    },
    context: {
      prepared: prepare(kept),
      policyHash: 'policy',
      reps: new Map(roster.reps.map((rep) => [rep.repKey, rep])),
      rosterHash: 'roster',
      calendars: new Map(windows.map((calendar) => [calendar.calendarKey, calendar])),
      calendarsHash: 'calendars',
    },
  };
}

/** A snapshot as it comes back from its entry. */
async function keptText(log: EntryLog, name: string, text: string): Promise<string> {
  const head = { turnKey: null, kind: 'snapshot', state: 'kept', contactId: null, at: 0, columns: {} } as const;
  await log.create({ ...head, key: snapshotKey(name), texts: { body: text.trimEnd() } });
  return `${(await log.findByKey(snapshotKey(name), ['body']))?.texts.body ?? ''}\n`;
}

/** The last turn of each pool as the log has it, with a hint that leads there. */
async function keepLedgers(log: EntryLog, book: TurnBook, { policy, ledgers }: Question): Promise<void> {
  for (const ledger of ledgers) {
    const ledgerName = ledgerNameOf(policy.mode, ledger.poolKey);
    if (ledger.sequence === 0) {
      // A pool with counts and no turn has no entry; it stands so in no portal.
      book.advance(ledgerName, ledger);
      continue;
    }
    const { poolKey, sequence, dayStartedAt, weekStartedAt } = ledger;
    const turn = { poolKey, sequence, takerKey: '', takenAt: 0, dayStartedAt, weekStartedAt, shares: [] };
    const head = { contactId: null, at: 0, columns: {} };
    await log.createAll([
      {
        ...head,
        key: `before:${ledgerName}`,
        turnKey: turnKeyOf(ledgerName, sequence),
        kind: 'decision',
        state: 'written',
        texts: { ledger: writeTurn({ ledgerName, turn, ledger }) },
      },
      { ...head, key: hintKey(ledgerName), turnKey: null, kind: 'hint', state: String(sequence), texts: {} },
    ]);
  }
}
