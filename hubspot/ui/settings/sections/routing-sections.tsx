import { Flex } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { guardKeys, inquiryTypes } from '../../../../core/src/decide/model/choices.ts';
import { cellText } from '../../../handlers/rules/draft-row.ts';
import type { NamedRow } from '../../../handlers/rules/row-names.ts';
import { choiceWords } from '../../rules/choice-words.ts';
import { rowsOf } from '../../rules/draft.ts';
import { nameOfKey } from '../../rules/named-rows.ts';
import { LongText } from '../../words/long-text.tsx';
import { ConditionList } from '../rows/condition-editor.tsx';
import type { ListColumn } from '../rows/list-column.ts';
import { ListSection } from '../rows/list-section.tsx';
import { ShortText } from '../rows/short-text.tsx';
import { RowFields } from '../rows/row-fields.tsx';
import { useWorkspace } from '../workspace/workspace.ts';
import { ActiveToggle } from './rules-section.tsx';

/** What is asked before any rule. */
export function GuardsSection(): ReactNode {
  const { draft } = useWorkspace();
  const used = rowsOf(draft, 'guard').map((row) => cellText(row, 'guardKey'));
  const left = guardKeys.find((key) => !used.includes(key));
  const nameOf = (row: NamedRow): string => choiceWords('guardKey', cellText(row, 'guardKey') ?? '');
  return (
    <ListSection
      kind="guard"
      intro="Guards are asked before any rule, from the top. The first one that finds something decides."
      nameOf={nameOf}
      isFixed={left === undefined}
      beginning={{ guardKey: left ?? null }}
      columns={[
        destinationColumn(draft.rows, 'The route of the inquiry'),
        { title: 'Active', show: (row) => <ActiveToggle row={row} name={nameOf(row)} /> },
      ]}
    />
  );
}

/** Where inquiries go that are no sale. */
export function InquirySection(): ReactNode {
  const { draft } = useWorkspace();
  const used = rowsOf(draft, 'inquiryRoute').map((row) => cellText(row, 'inquiryType'));
  const left = inquiryTypes.find((type) => !used.includes(type));
  return (
    <ListSection
      kind="inquiryRoute"
      intro="What a person wants is read from their words. An inquiry that is not a sale goes where its route says."
      nameOf={(row) => choiceWords('inquiryType', cellText(row, 'inquiryType') ?? '')}
      beginning={{ inquiryType: left ?? null }}
      columns={[destinationColumn(draft.rows, '')]}
    />
  );
}

export function DestinationsSection(): ReactNode {
  const { draft } = useWorkspace();
  return (
    <ListSection
      kind="destination"
      intro="Where a lead can end: who gets it, which promise then runs, and what is done about it."
      columns={[
        { title: 'Kind', show: (row) => <ShortText>{choiceWords('kind', cellText(row, 'kind') ?? '')}</ShortText> },
        { title: 'Who gets it', show: (row) => <ShortText>{whoGetsIt(draft.rows, row)}</ShortText> },
        {
          title: 'Promise',
          show: (row) => <ShortText>{nameOfKey(draft.rows, 'sla', cellText(row, 'slaKey'))}</ShortText>,
        },
      ]}
    />
  );
}

function whoGetsIt(rows: readonly NamedRow[], row: NamedRow): string {
  const pool = cellText(row, 'poolKey');
  const steps = [
    cellText(row, 'isOwnerFirst') === 'yes' ? 'existing owner' : null,
    cellText(row, 'isByTerritory') === 'yes' ? 'the territory' : null,
    pool === null ? null : nameOfKey(rows, 'pool', pool),
    nameOfKey(rows, 'person', cellText(row, 'holderKey')),
  ];
  return steps.filter((step) => step !== null && step !== '').join(', else ');
}

export function TerritoriesSection(): ReactNode {
  return (
    <ListSection
      kind="territory"
      intro="Patches of the market and who works them. The first one that fits counts."
      columns={[sentenceColumn()]}
      editor={(row) => <AskedFields row={row} columns={['label', 'territoryKey', 'poolKey', 'ownerKey']} />}
    />
  );
}

export function TiersSection(): ReactNode {
  return (
    <ListSection
      kind="tier"
      intro="Classes of size or importance. The first one that fits counts; rules can ask for it."
      columns={[sentenceColumn()]}
      editor={(row) => <AskedFields row={row} columns={['label', 'tierKey']} />}
    />
  );
}

function AskedFields({ row, columns }: { readonly row: NamedRow; readonly columns: readonly string[] }): ReactNode {
  return (
    <Flex direction="column" gap="md">
      <RowFields row={row} only={columns} />
      <ConditionList owner={row} />
    </Flex>
  );
}

function sentenceColumn(): ListColumn {
  return { title: '', show: (row) => <Sentence row={row} /> };
}

function Sentence({ row }: { readonly row: NamedRow }): ReactNode {
  const { checked } = useWorkspace();
  return <LongText most={200}>{checked.sentences.get(row.id) ?? 'Its logic line does not read.'}</LongText>;
}

function destinationColumn(rows: readonly NamedRow[], none: string): ListColumn {
  return {
    title: 'Destination',
    show: (row) => <ShortText>{nameOfKey(rows, 'destination', cellText(row, 'destinationKey')) || none}</ShortText>,
  };
}
