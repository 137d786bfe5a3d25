import { cardFromProperties } from '../../../../hubspot/handlers/card/card-from-properties.ts';
import { uiRefusals } from '../../../../hubspot/handlers/ui/ui-refusals.ts';
import { decided } from '../../../../hubspot/handlers/portal/property-names.ts';
import type { UiContent } from '../../../../hubspot/handlers/ui/ui-calls.ts';
import { hostileTexts } from '../../effects/hostile-texts.ts';
import { ownerIds, policyTo, starterPolicy, typedFields } from '../../effects/scene.ts';
import { decidedScene, inTurn } from './score-cards.ts';
import type { AssociatedRecord, UiState } from './ui-state.ts';

const contact = { objectId: 501, objectTypeId: '0-1' };
const lead = { objectId: 9001, objectTypeId: '0-136' };
const company = { objectId: 77, objectTypeId: '0-2' };

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const worker: UiContent<'access'> = {
  edition: 'marketplace',
  email: 'rosa.lind@example.com',
  rights: [],
  isWorker: true,
  isAdmin: false,
  isSignInNeeded: false,
};
const onlooker = { ...worker, isWorker: false };
const onLead = [
  { toObjectId: 501, associationTypes: [{ category: 'HUBSPOT_DEFINED', typeId: 578, label: '' }], properties: {} },
];

const statusOf = (mode: string | null): UiContent<'status'> => ({
  isPrepared: true,
  mode,
  live:
    mode === null
      ? null
      : {
          number: 12,
          hash: 'cafe'.repeat(16),
          publishedAt: 0,
          publishedBy: 'ops@example.com',
          previousHash: null,
          isLive: true,
        },
  waitingLeads: 0,
  oldestWaitingSince: null,
  dueEffects: 0,
  lastDecidedAt: null,
  openAlerts: 0,
  missingScopes: [],
});

const decidedAnswer = { content: { state: 'decided', headline: 'Goes to Ana Ruiz · Sales · warm' } } as const;
const doneAnswer = { content: { words: 'It is noted. Those who look after the rules will read it.' } } as const;

const acting = { decide: decidedAnswer, handBack: decidedAnswer, report: doneAnswer } as const;

/** Every state in which a card of contacts, leads and companies, or the bulk action, can be found at the instant `now`. */
export function scoreCardStates(now: number): UiState[] {
  return [...tabStates(now), ...previewStates(now), ...companyStates(now), ...bulkStates()];
}

function tabStates(now: number): UiState[] {
  const live = decidedScene(now, { scene: inTurn() });
  const tab = {
    entry: 'score-card',
    location: 'crm.record.tab',
    crm: contact,
    properties: live.properties,
    associations: [],
    answers: { access: { content: worker }, card: { content: live.card }, ...acting },
    shows: [],
  } as const satisfies Omit<UiState, 'name'>;
  const told = (scene: ReturnType<typeof decidedScene>) => ({
    properties: scene.properties,
    answers: { ...tab.answers, card: { content: scene.card } },
  });
  const starter = { ...starterPolicy(), mode: 'live' as const, launchedAt: 0 };
  return [
    { ...tab, name: 'live', shows: ['Why fit is', 'First touch due in', 'Decide again'] },
    {
      ...tab,
      ...told(decidedScene(now, { scene: { policy: starter } })),
      name: 'review',
      shows: ['Review by a person'],
    },
    { ...tab, name: 'lead', crm: lead, associations: onLead, shows: ['First touch due in', 'Decide again'] },
    { ...tab, name: 'lead-without-contact', crm: lead, shows: ['This lead has no contact'] },
    {
      ...tab,
      ...told(decidedScene(now, { scene: inTurn(), clock: 'reminded' })),
      name: 'reminded',
      shows: ['(reminded)'],
    },
    {
      ...tab,
      ...told(decidedScene(now, { scene: inTurn(), ago: 3 * day })),
      name: 'late',
      shows: ['2 days 23 h late'],
    },
    {
      ...tab,
      ...told(decidedScene(now, { scene: inTurn(), ago: hour, clock: 'met' })),
      name: 'met',
      shows: ['First touch made in time'],
    },
    {
      ...tab,
      ...told(decidedScene(now, { scene: inTurn(), ago: day, clock: 'missed' })),
      name: 'missed',
      shows: ['First touch missed'],
    },
    {
      ...tab,
      ...told(decidedScene(now, { scene: inTurn(), ago: day, clock: 'closed' })),
      name: 'closed',
      shows: ['No first touch owed any more'],
    },
    { ...tab, ...told(decidedScene(now, { scene: inTurn('observe') })), name: 'observed', shows: ['Only observed'] },
    { ...tab, ...told(decidedScene(now, { scene: inTurn('suggest') })), name: 'suggested', shows: ['Suggested'] },
    {
      ...tab,
      ...told(
        decidedScene(now, {
          scene: inTurn(),
          given: {
            liveHash: 'another',
            properties: { ...live.properties, [decided.fitScore]: '99', hubspot_owner_id: ownerIds.get('tom') ?? '' },
          },
        }),
      ),
      name: 'stale',
      shows: ['Decided by earlier rules', 'Somebody else owns it now', 'Scores have moved'],
    },
    {
      ...tab,
      ...told(decidedScene(now, { scene: inTurn(), given: { policy: null } })),
      name: 'unreadable',
      shows: ['The whole story cannot be read'],
    },
    {
      ...tab,
      name: 'onlooker',
      answers: { ...tab.answers, access: { content: onlooker } },
      shows: ['Deciding, handing back and reporting are for'],
    },
    {
      ...tab,
      name: 'sign-in-needed',
      answers: { ...tab.answers, access: { content: { ...worker, edition: 'private', isSignInNeeded: true } } },
      shows: ['sign in on the settings page'],
    },
    { ...tab, name: 'away', answers: {}, shows: ['Signalbox does not answer at the moment', 'Why fit is'] },
    {
      ...tab,
      name: 'silent',
      answers: { access: 'silent', card: 'silent' },
      shows: ['Why fit is', 'Asking for the whole story'],
    },
    {
      ...tab,
      name: 'busy',
      answers: { ...tab.answers, card: { refusal: uiRefusals.busy } },
      shows: ['Signalbox does not answer at the moment'],
    },
    {
      ...tab,
      name: 'other-version',
      answers: { ...tab.answers, card: { content: { ...live.card, axes: 'none' } as never } },
      shows: ['HSU002', 'Why fit is'],
    },
    {
      ...tab,
      name: 'record-gone',
      answers: { ...tab.answers, card: { refusal: uiRefusals.recordNotFound } },
      shows: ['HSW017'],
    },
    {
      ...tab,
      name: 'nothing-readable',
      properties: null,
      answers: {},
      shows: ['The score card cannot be shown', 'Nothing is lost'],
    },
    { ...tab, name: 'only-backend', properties: null, shows: ['Why fit is', 'First touch due in'] },
    {
      ...tab,
      name: 'not-decided',
      properties: {},
      answers: { ...tab.answers, card: { content: cardFromProperties({}) } },
      shows: ['Not decided yet', 'Decide now'],
    },
    {
      ...tab,
      name: 'not-decided-away',
      properties: {},
      answers: {},
      shows: ['Not decided yet', 'On this record stands no decision', 'Nothing can be done here'],
    },
    {
      ...tab,
      name: 'not-decided-onlooker',
      properties: {},
      answers: { access: { content: onlooker }, card: { content: cardFromProperties({}) } },
      shows: ['Not decided yet', 'Deciding, handing back'],
    },
    {
      ...tab,
      ...told(decidedScene(now, { scene: { ...inTurn(), lead: hostileLead() } })),
      name: 'hostile',
      shows: ['Why fit is'],
    },
    {
      ...tab,
      name: 'hostile-record',
      answers: {},
      properties: hostileProperties(now),
      shows: ['Signalbox does not answer at the moment'],
    },
    { ...tab, name: 'in-german', locale: 'de', shows: ['heute'] },
  ];
}

function previewStates(now: number): UiState[] {
  const live = decidedScene(now, { scene: inTurn() });
  const preview = {
    entry: 'score-preview',
    location: 'crm.preview',
    crm: contact,
    properties: live.properties,
    associations: [],
    answers: { card: { content: live.card } },
  } as const satisfies Omit<UiState, 'name' | 'shows'>;
  return [
    { ...preview, name: 'preview', shows: ['First touch due in', 'Open the record'] },
    { ...preview, name: 'preview-away', answers: {}, shows: ['Signalbox does not answer at the moment'] },
    {
      ...preview,
      name: 'preview-not-decided',
      properties: {},
      answers: { card: { content: cardFromProperties({}) } },
      shows: ['Not decided yet'],
    },
    {
      ...preview,
      name: 'preview-hostile',
      answers: {},
      properties: hostileProperties(now),
      shows: ['Open the record'],
    },
    { ...preview, name: 'preview-nothing-readable', properties: null, answers: {}, shows: ['HSU001'] },
  ];
}

function companyStates(now: number): UiState[] {
  const table = {
    entry: 'company-card',
    location: 'crm.record.tab',
    crm: company,
    properties: {},
    answers: {},
  } as const;
  return [
    { ...table, name: 'company', associations: companyContacts(now), shows: ['4 of 5 contacts decided', 'Lena Vogt'] },
    { ...table, name: 'company-many', associations: manyContacts(now), shows: ['60 of 60 contacts decided'] },
    { ...table, name: 'company-empty', associations: [], shows: ['Nobody here was decided yet'] },
    { ...table, name: 'company-hostile', associations: hostileContacts(now), shows: ['contacts decided'] },
  ];
}

function bulkStates(): UiState[] {
  const bulk = {
    entry: 'route-selected',
    location: 'crm.bulkActions',
    crm: { objectIds: Array.from({ length: 23 }, (_, place) => 501 + place), objectTypeId: '0-1' },
    properties: {},
    associations: [],
    answers: { access: { content: worker }, status: { content: statusOf('live') }, ...acting },
  } as const satisfies Omit<UiState, 'name' | 'shows'>;
  return [
    {
      ...bulk,
      name: 'bulk-live',
      shows: ['23 contacts are selected', 'Signalbox is live', 'Score and route 23 contacts'],
    },
    {
      ...bulk,
      name: 'bulk-observe',
      answers: { ...bulk.answers, status: { content: statusOf('observe') } },
      shows: ['only observes'],
    },
    {
      ...bulk,
      name: 'bulk-rules-unknown',
      answers: { ...bulk.answers, status: { refusal: uiRefusals.notAllowed } },
      shows: ['What is done depends on the rules'],
    },
    {
      ...bulk,
      name: 'bulk-no-rules',
      answers: { ...bulk.answers, status: { content: statusOf(null) } },
      shows: ['No rules are published'],
    },
    { ...bulk, name: 'bulk-away', answers: {}, shows: ['HSU001'] },
    {
      ...bulk,
      name: 'bulk-onlooker',
      answers: { ...bulk.answers, access: { content: onlooker } },
      shows: ['Deciding, handing back'],
    },
    {
      ...bulk,
      name: 'bulk-of-companies',
      crm: { objectIds: [1], objectTypeId: '0-2' },
      shows: ['Only contacts are scored and routed'],
    },
    {
      ...bulk,
      name: 'bulk-of-nobody',
      crm: { objectIds: [], objectTypeId: '0-1' },
      shows: ['No contacts are selected'],
    },
  ];
}

const label = [{ category: 'HUBSPOT_DEFINED', typeId: 280, label: '' }];

/** Ana runs, Ben is late, Cleo is done, Lena has no clock, and of Dora nobody has decided. */
export function companyContacts(now: number): AssociatedRecord[] {
  const of = (given: Parameters<typeof decidedScene>[1]) => decidedScene(now, { scene: inTurn(), ...given }).properties;
  return [
    person(502, 'Ana', 'Ruiz', of({})),
    person(503, 'Ben', 'Cole', of({ ago: hour })),
    person(504, 'Cleo', 'Dubois', { ...of({ ago: day, clock: 'met' }), [decided.fitScore]: '55' }),
    person(505, 'Dora', 'Eriksen', {}),
    person(501, 'Lena', 'Vogt', of({ scene: inTurn('suggest') })),
  ];
}

function manyContacts(now: number): AssociatedRecord[] {
  const { properties } = decidedScene(now, { scene: inTurn(), ago: day, clock: 'met' });
  return Array.from({ length: 60 }, (_, place) =>
    person(600 + place, 'Contact', String(place), { ...properties, [decided.fitScore]: String((place * 37) % 101) }),
  );
}

function hostileContacts(now: number): AssociatedRecord[] {
  const { properties } = decidedScene(now, { scene: inTurn() });
  return [...hostileTexts, 'x'.repeat(10_000)].map((text, place) =>
    person(700 + place, text, text, { ...properties, [decided.givenTo]: text, [decided.destination]: text }),
  );
}

function person(
  id: number,
  firstname: string,
  lastname: string,
  properties: Readonly<Record<string, string | null>>,
): AssociatedRecord {
  return { toObjectId: id, associationTypes: label, properties: { firstname, lastname, email: null, ...properties } };
}

function hostileLead() {
  return Object.fromEntries(typedFields.map((field, place) => [field, hostileTexts[place % hostileTexts.length]]));
}

/** As somebody may write them who may edit the contact. */
function hostileProperties(now: number) {
  const { properties } = decidedScene(now, { scene: { policy: policyTo('sales', 'live') } });
  const text = `${hostileTexts.join(' ')} ${'x'.repeat(10_000)}`;
  return {
    ...properties,
    [decided.reasons]: [text, `fit 100: +31 ${text}`, `engagement 40: +3 ${text}`].join('\n'),
    [decided.givenTo]: text,
    [decided.rule]: text,
    [decided.destination]: text,
    [decided.slaKey]: text,
    [decided.slaOwner]: text,
  };
}
