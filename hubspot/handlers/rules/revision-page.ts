import { html, type Html } from '../../../core/src/author/report/html.ts';
import type { PolicyRow } from '../../../core/src/decide/index.ts';
import { rowTables, type RowTable } from '../../../core/src/author/policy/row-tables.ts';
import { cellText } from './draft-row.ts';
import { pageOf, tableOfRows } from './page-frame.ts';
import { policyNameOf, rowsOfText } from './policy-rows.ts';
import type { Revision } from './rule-store.ts';

/** Told in words of their own before everything is listed. */
const toldKinds: readonly string[] = ['rule', 'condition', 'cell', 'pool', 'ramp', 'member', 'sla', 'escalation'];

/**
 * A revision as a page that people read without the app: rules in their sentences, the matrix, pools with their members,
 * promises, then every other row. Nothing of the policy is missing.
 */
export function revisionPage(revision: Revision): string {
  const rows = rowsOfText(revision.text) ?? [];
  const name = policyNameOf(revision.text);
  const ofKind = (kind: string): PolicyRow[] => rows.filter((row) => row.kind === kind);
  return pageOf(
    `Revision ${revision.number}: ${name}`,
    html`<h1>${name}</h1>
      <p>
        Revision ${revision.number}, published at ${new Date(revision.publishedAt).toISOString()} by
        ${revision.publishedBy}.
      </p>
      <p class="quiet">
        Hash <code>${revision.hash}</code>, before it
        ${revision.previousHash === null ? 'none' : html`<code>${revision.previousHash}</code>`}. Decisions name the
        revision by this hash.
      </p>
      <h2>Rules</h2>
      <p>The first active rule that holds decides. Where none does, the matrix decides.</p>
      ${rules(ofKind('rule'))}
      <h2>Matrix</h2>
      ${matrix(ofKind('cell'))}
      <h2>Pools</h2>
      ${ofKind('pool').map((pool) => poolSection(pool, ofKind('member'), ofKind('ramp')))}
      <h2>Response promises</h2>
      ${ofKind('sla').map((sla) => slaSection(sla, ofKind('escalation')))}
      ${rowTables.filter(({ kind }) => !toldKinds.includes(kind)).map((table) => listSection(table, ofKind(table.kind)))}
      <h2>Conditions</h2>
      <p>As the rules, tiers and territories ask them.</p>
      ${listOf(tableOf('condition'), ofKind('condition'))}`,
  );
}

function text(row: PolicyRow, column: string): string {
  return cellText(row, column) ?? '';
}

function tableOf(kind: string): RowTable {
  return rowTables.find((table) => table.kind === kind)!;
}

/** Their sentences begin with their numbers. */
function rules(rows: readonly PolicyRow[]): Html {
  if (rows.length === 0) return html`<p class="quiet">None.</p>`;
  return html`${rows.map(
    (row) =>
      html`<p>${text(row, 'sentence')} <span class="quiet">${text(row, 'label')} (${text(row, 'ruleKey')})</span></p>`,
  )}`;
}

function matrix(rows: readonly PolicyRow[]): Html {
  return tableOfRows(
    ['Fit', 'Engagement', 'Confidence', 'Destination', 'Called'],
    rows.map((row) =>
      ['fit', 'engagement', 'confidence', 'destinationKey', 'bucket'].map((column) => text(row, column)),
    ),
  );
}

function poolSection(pool: PolicyRow, members: readonly PolicyRow[], ramps: readonly PolicyRow[]): Html {
  const isOfPool = (row: PolicyRow): boolean => text(row, 'poolKey') === text(pool, 'poolKey');
  return html`<h3>${text(pool, 'label')} (${text(pool, 'poolKey')})</h3>
    ${facts(tableOf('pool'), pool)} ${listOf(tableOf('member'), members.filter(isOfPool))}
    ${ramps.some(isOfPool) ? listOf(tableOf('ramp'), ramps.filter(isOfPool)) : ''}`;
}

function slaSection(sla: PolicyRow, escalations: readonly PolicyRow[]): Html {
  const isOfSla = (row: PolicyRow): boolean => text(row, 'slaKey') === text(sla, 'slaKey');
  return html`<h3>${text(sla, 'label')} (${text(sla, 'slaKey')})</h3>
    ${facts(tableOf('sla'), sla)}
    ${escalations.some(isOfSla) ? listOf(tableOf('escalation'), escalations.filter(isOfSla)) : ''}`;
}

/** The filled columns of one row in a line. */
function facts(table: RowTable, row: PolicyRow): Html {
  const filled = table.columns.filter(({ column }) => column !== 'label' && text(row, column) !== '');
  return html`<p>${filled.map(({ column, label }) => `${label}: ${text(row, column)}`).join(' · ')}</p>`;
}

function listSection(table: RowTable, rows: readonly PolicyRow[]): Html {
  return html`<h2>${table.plural}</h2>
    <p class="quiet">${table.help}</p>
    ${listOf(table, rows)}`;
}

function listOf(table: RowTable, rows: readonly PolicyRow[]): Html {
  return tableOfRows(
    table.columns.map(({ label }) => label),
    rows.map((row) => table.columns.map(({ column }) => text(row, column).split(';').join('; '))),
  );
}
