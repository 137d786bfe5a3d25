import { editRow, publish, rowsOf } from '../../../sandbox/hubspot/edition/edit-rules.ts';
import type { Edition } from '../../../sandbox/hubspot/edition/start-edition.ts';
import type { HubPortal } from '../../../sandbox/hubspot/hub/portals/hub-portal.ts';
import { atLeast, atMost } from '../figure.ts';
import type { Reporter } from '../reporter.ts';
import { salesLead, until } from './sales-leads.ts';

/** Words that nobody else writes, so that they are found wherever they went. */
const planted = {
  name: 'Quillfeather',
  company: 'Brindlecombe',
  email: 'planted.quillfeather@brindlecombe.example',
  phone: '+4915112345678',
  words: 'vermilion-lighthouse',
} as const;

const script = `<script>alert("${planted.words}")</script><img src=x onerror=alert(1)>`;
const long = (start: string): string => `${start} ${script} ${'long '.repeat(2_000)}`.slice(0, 10_000);

/** What HTML would run; escaped text holds none of it. */
const running = /<(script|img|iframe|svg)\b/i;

const textFields = [
  'firstname',
  'lastname',
  'company',
  'jobtitle',
  'city',
  'message',
  'sbx_subject',
  'sbx_budget',
  'sbx_product_interest',
  'sbx_current_tool',
  'sbx_buying_group',
  'sbx_campaign',
];

/** Scripts and 10,000 characters in every text that a stranger or ops can type. */
export async function benchHostileTexts(reporter: Reporter, edition: Edition): Promise<void> {
  reporter.heading('Hostile: a script and 10,000 characters in every text of a form, of rows and of an action call');
  const { portal } = edition;
  await hostileRows(edition);
  const contactId = await hostileLead(edition);
  const outputs = await hostileAction(edition, contactId);
  const bodies = [
    ...bodiesOf(portal, contactId, 'notes', 'hs_note_body'),
    ...bodiesOf(portal, contactId, 'tasks', 'hs_task_body'),
  ];
  reporter.figure('notes and tasks', bodies.length, 'texts', atLeast(2));
  reporter.figure(
    'that hold what a stranger typed',
    bodies.filter((body) => body.includes(planted.words)).length,
    'texts',
    atLeast(1),
  );
  reporter.figure('with markup that would run', bodies.filter((body) => running.test(body)).length, 'texts', atMost(0));
  // Outputs are plain text; of what ops typed they repeat a little, so that it is found in the workflow.
  reporter.figure(
    'longest output of an action',
    Math.max(...outputs.map((text) => text.length)),
    'characters',
    atMost(1_000),
  );
  const lines = edition.servers.flatMap((server) => server.lines);
  const secrets = [...Object.values(planted), edition.app.clientSecret, ...portal.users.map(({ email }) => email)];
  const leaks = lines.filter(
    (line) => secrets.some((secret) => line.includes(secret)) || /bearer\s+[^[\s]/i.test(line),
  );
  leaks.slice(0, 3).forEach((line) => reporter.note(line.slice(0, 300)));
  reporter.figure('lines of the log', lines.length, 'lines', atLeast(1));
  reporter.figure('lines of the log with a name, an address or a secret', leaks.length, 'lines', atMost(0));
}

async function hostileLead({ hubSpot, portal }: Edition): Promise<string> {
  const { portalId } = portal;
  const fields = [...new Set([...Object.keys(salesLead(1)), ...textFields])];
  const form = hubSpot.addForm(portalId, { name: `Form ${script}`, fields });
  const contactId = hubSpot.submitForm(portalId, form.formGuid, {
    ...salesLead(5_000),
    ...Object.fromEntries(textFields.map((field) => [field, long(planted.words)])),
    firstname: long(planted.name),
    company: long(planted.company),
    email: planted.email,
    phone: planted.phone,
    website: 'https://www.brindlecombe.example',
  });
  const contact = portal.records.findRecord('0-1', contactId)!;
  const isWritten = (): boolean =>
    contact.has('sbx_decision_id') && portal.records.associationsOf('0-1', contactId, 'notes').length > 0;
  await until('the hostile lead is decided and has its note', isWritten);
  return contactId;
}

/** Ops type scripts into the names of destinations, which notes and tasks repeat. */
async function hostileRows({ hubSpot, portal, servers }: Edition): Promise<void> {
  for (const row of rowsOf(portal, 'destination')) {
    editRow(portal, row, { sbx_label: `${row.value('sbx_label') ?? ''} <script>x</script>`.slice(0, 90) });
  }
  await publish(hubSpot, portal, servers[0]!.url);
}

async function hostileAction({ hubSpot, portal }: Edition, contactId: string): Promise<string[]> {
  const outputs: string[] = [];
  const steps = [
    { action: 'signalbox_ask_for_review', inputs: { reason: { value: long(planted.words) } } },
    { action: 'signalbox_start_clock', inputs: { service_level: { value: long(planted.words) } } },
    { action: 'signalbox_take_next_from_pool', inputs: { pool: { value: long(planted.words) } } },
  ];
  for (const step of steps) {
    const workflow = hubSpot.addWorkflow(portal.portalId, {
      objectType: 'contact',
      enrolOn: { manual: true },
      steps: [step],
    });
    const run = await hubSpot.runWorkflow(portal.portalId, workflow.workflowId, contactId);
    outputs.push(...Object.values(run.steps[0]!.outputs));
  }
  return outputs;
}

function bodiesOf(portal: HubPortal, contactId: string, type: string, property: string): string[] {
  return portal.records
    .associationsOf('0-1', contactId, type)
    .map(({ toId }) => portal.records.findRecord(type, toId)!.value(property) ?? '');
}
