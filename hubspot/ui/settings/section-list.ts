import type { DraftKind, DraftRow } from '../../handlers/rules/draft-row.ts';
import { cellText } from '../../handlers/rules/draft-row.ts';

export type SectionWords = { readonly section: string; readonly title: string; readonly kinds: readonly DraftKind[] };
export type SectionGroup = {
  readonly group: string;
  readonly title: string;
  readonly sections: readonly SectionWords[];
};

function section(name: string, title: string, ...kinds: DraftKind[]): SectionWords {
  return { section: name, title, kinds };
}

/** Every part of the settings, in the groups in which it is looked for. */
export const sectionGroups: readonly SectionGroup[] = [
  {
    group: 'overview',
    title: 'Overview',
    sections: [section('overview', 'Overview')],
  },
  {
    group: 'routing',
    title: 'Routing',
    sections: [
      section('rules', 'Rules', 'rule', 'condition'),
      section('guards', 'Guards', 'guard'),
      section('inquiries', 'Inquiries', 'inquiryRoute'),
      section('matrix', 'Matrix', 'cell'),
      section('destinations', 'Destinations', 'destination'),
      section('territories', 'Territories', 'territory'),
      section('tiers', 'Tiers', 'tier'),
    ],
  },
  {
    group: 'team',
    title: 'Team',
    sections: [
      section('pools', 'Pools', 'pool', 'member', 'ramp'),
      section('promises', 'Promises', 'sla', 'escalation'),
      section('people', 'People', 'person'),
      section('hours', 'Business hours', 'calendar'),
    ],
  },
  {
    group: 'points',
    title: 'Points',
    sections: [
      section('fit', 'Fit'),
      section('engagement', 'Engagement'),
      section('intent', 'Intent'),
      section('capacity', 'Capacity'),
      section('signals', 'Signals', 'signal'),
      section('phrases', 'Phrases', 'phraseList'),
      section('questions', 'Questions', 'question'),
      section('learn', 'Learn'),
      section('thresholds', 'Thresholds', 'setting'),
      section('tables', 'Tables', 'table'),
    ],
  },
  {
    group: 'portal',
    title: 'Portal',
    sections: [
      section('mode', 'Mode'),
      section('sources', 'Fields and sources', 'field'),
      section('options', 'Options', 'option'),
      section('experiments', 'Experiments', 'experiment'),
      section('access', 'Access'),
      section('remove', 'Remove app'),
    ],
  },
  { group: 'publish', title: 'Publish', sections: [section('publish', 'Publish')] },
  { group: 'history', title: 'History', sections: [section('history', 'Revisions')] },
];

/** The group that a section belongs to. */
export function groupOf(name: string): SectionGroup {
  return sectionGroups.find(({ sections }) => sections.some((each) => each.section === name)) ?? sectionGroups[0]!;
}

/** Options that are edited with the fields they are about. */
const sourceOptions: readonly string[] = ['sources', 'extras', 'activities'];

/** The section in which a row is edited. */
export function sectionOfRow(row: DraftRow): string {
  if (row.kind === 'attribute' || row.kind === 'scorecard') return cellText(row, 'axis') ?? 'fit';
  if (row.kind === 'bin') return cellText(row, 'axis') ?? 'fit';
  if (row.kind === 'setting' && cellText(row, 'settingKey') === 'mode') return 'mode';
  if (row.kind === 'option' && sourceOptions.includes(cellText(row, 'optionKey') ?? '')) return 'sources';
  const all = sectionGroups.flatMap(({ sections }) => sections);
  return all.find(({ kinds }) => kinds.includes(row.kind))?.section ?? 'overview';
}
