import { alternative, card, section, wideCard } from './cards.ts';
import { cellTable } from './charts/cell-table.ts';
import { columnChart } from './charts/column-chart.ts';
import { dueTable } from './charts/due-table.ts';
import { fairnessTable } from './charts/fairness-table.ts';
import { repTable } from './charts/rep-table.ts';
import { scoreMap, scoreTable, tenthWords } from './charts/score-map.ts';
import { tallyTable } from './charts/tally-table.ts';
import { html, type Html } from './html.ts';
import type { ReportData, Tally } from './report-data.ts';

/** The run as a whole: where leads went, to whom, how soon, why, and what was odd about the data. */
export function layOutAggregates(data: ReportData): Html {
  return html`
    ${section('destinations', 'Where they went', [
      destinationCard(data),
      wideCard('Due times by destination', dueTable(data.destinations, data.dueLabels)),
    ])}
    ${section('people', 'Who got them', [card(repTable(data.reps)), ...data.pools.map((pool) => card(fairnessTable(pool)))])}
    ${section('reasons', 'What decided', [
      card(tallyTable('What decided', 'Stage', named(data.sources, sourceNames), data.leadCount)),
      card(tallyTable('Guards that stopped a lead', 'Guard', data.guards, data.leadCount)),
      card(tallyTable('Rules that applied first', 'Rule', data.rules, data.leadCount)),
      card(cellTable(data.cells)),
    ])}
    ${section('scores', 'How they scored', [scoreCard(data), confidenceCard(data), bucketCard(data)])}
    ${section('data', 'When they came, and in what shape', [monthCard(data), problemCard(data)])}
  `;
}

function destinationCard({ destinations, leadCount }: ReportData): Html {
  const reached = destinations.filter(({ count }) => count > 0);
  const unreached = destinations.filter(({ count }) => count === 0).map(({ label }) => label);
  return html`<div class="card whole">
    ${tallyTable('Leads by destination', 'Destination', reached, leadCount)}
    ${unreached.length === 0 ? '' : html`<p class="hint">No lead went to: ${unreached.join(' · ')}.</p>`}
  </div>`;
}

const sourceNames: Readonly<Record<string, string>> = {
  guard: 'Guards, which stand before the rules',
  rule: 'Rules',
  matrix: 'The matrix of fit, engagement and confidence',
  fallback: 'The fallback',
};

function named(tallies: readonly Tally[], names: Readonly<Record<string, string>>): Tally[] {
  return tallies.map((tally) => ({ ...tally, label: names[tally.key] ?? tally.label }));
}

function scoreCard(data: ReportData): Html {
  return html`<figure class="card">
    <figcaption>Fit and engagement <small>lines: high from there on</small></figcaption>
    ${scoreMap(data.scoreGrid, data.fitHigh, data.engagementHigh)}
    ${alternative('Leads by fit and engagement', scoreTable(data.scoreGrid))}
  </figure>`;
}

function confidenceCard(data: ReportData): Html {
  const columns = data.confidenceTenths.map((count, tenth) => ({
    label: String(tenth * 10),
    count,
    isLow: tenth * 10 + 9 < data.lowConfidence,
  }));
  const tallies = data.confidenceTenths.map((count, tenth) => ({
    key: String(tenth),
    label: tenthWords(tenth),
    count,
  }));
  const description = `Confidence is low below ${data.lowConfidence}; such leads go to a person. The table below has every number.`;
  const threshold = { place: data.lowConfidence / 100, label: 'low' };
  return html`<figure class="card">
    <figcaption>Confidence <small>low below ${data.lowConfidence}, left of the line</small></figcaption>
    ${columnChart('confidence-chart', 'Leads by confidence', description, columns, threshold)}
    ${alternative('Leads by confidence', tallyTable('Leads by confidence', 'Confidence', tallies, data.leadCount))}
  </figure>`;
}

function bucketCard(data: ReportData): Html {
  return card(tallyTable('What the matrix calls them', 'Label', data.buckets, data.leadCount));
}

function monthCard(data: ReportData): Html {
  const columns = data.months.map(({ label, count }) => ({ label: label.slice(2), count, isLow: false }));
  const description = `Leads by month of arrival, in ${data.timeZone}. The table below has every number.`;
  return html`<figure class="card">
    <figcaption>Leads per month</figcaption>
    ${columnChart('month-chart', 'Leads per month', description, columns, null)}
    ${alternative('Leads per month', tallyTable('Leads per month', 'Month', data.months, data.leadCount))}
  </figure>`;
}

function problemCard(data: ReportData): Html {
  if (data.problems.length === 0) return html`<p class="card">No problem was noted about the data.</p>`;
  const all = data.problems.reduce((sum, { count }) => sum + count, 0);
  const caption = 'Problems with the data, noted and worked around';
  return card(tallyTable(caption, 'Code', data.problems, all));
}
