import { AutoGrid, Flex, NumberInput, ProgressBar, Text } from '@hubspot/ui-extensions';
import { useState, type ReactNode } from 'react';
import type { DryRunForm } from '../../../handlers/ui/ui-forms.ts';
import { countOf } from '../../words/count-of.ts';
import { useRight } from '../access.ts';
import { countAbove, limitKeys, limitsOf, type Limits } from '../checklist/judge-rules.ts';
import { inTurn } from '../draft/edit-rows.ts';
import { setSetting } from '../draft/settings.ts';
import { RunButton } from './dry-run-panel.tsx';
import { countsWhenPublished, SaveBar } from './save-bar.tsx';
import type { StepDesk } from './step-context.ts';

type LimitKey = (typeof limitKeys)[number];

const labels: Readonly<Record<LimitKey, readonly [label: string, help: string, above: string]>> = {
  fitHigh: ['High fit begins at', 'Organisation and role match whom you serve.', 'high in fit'],
  engagementHigh: ['High engagement begins at', 'They act interested.', 'high in engagement'],
  lowConfidence: [
    'Low confidence ends at',
    'Below it a person looks before anything is done.',
    'decided with confidence',
  ],
};

/** Where high begins, and how many of the contacts that were tried fall on each side while one types. */
export function ThresholdEditor({ desk, dryRun, onSaved }: StepDesk): ReactNode {
  const mayEdit = useRight('edit');
  const [typed, setTyped] = useState<Partial<Limits>>({});
  const saved = desk.draft === null ? null : limitsOf(desk.draft.rows);
  const limits: Limits = { fitHigh: 0, engagementHigh: 0, lowConfidence: 0, ...saved, ...typed };
  const changed = limitKeys.filter((key) => typed[key] !== undefined && typed[key] !== saved?.[key]);
  const isWhole = changed.every((key) => isScore(limits[key]));

  async function save(): Promise<void> {
    if ((await desk.save(inTurn(changed.map((key) => setSetting(key, String(limits[key])))))) !== null) {
      setTyped({});
      onSaved();
    }
  }

  return (
    <Flex direction="column" gap="md">
      <Text>Scores run from 0 to 100. High or low in fit and engagement decides where no rule does.</Text>
      <AutoGrid columnWidth={240} gap="md" flexible>
        {limitKeys.map((key) => (
          <NumberInput
            key={key}
            name={key}
            label={labels[key][0]}
            description={labels[key][1]}
            value={limits[key]}
            min={0}
            max={100}
            precision={0}
            readOnly={!mayEdit}
            error={!isScore(limits[key])}
            {...(isScore(limits[key]) ? {} : { validationMessage: 'A whole number from 0 to 100.' })}
            onChange={(value) => setTyped((before) => ({ ...before, [key]: value }))}
          />
        ))}
      </AutoGrid>
      {dryRun.result === null ? (
        <Flex direction="column" gap="xs" align="start">
          <Text variant="microcopy">A dry run shows how many of your newest contacts fall on each side.</Text>
          <RunButton dryRun={dryRun} />
        </Flex>
      ) : (
        <Shares limits={limits} leads={dryRun.result.leads} />
      )}
      <SaveBar
        desk={desk}
        label="Save the thresholds"
        isChanged={changed.length > 0 && isWhole}
        counts={countsWhenPublished}
        onSave={() => void save()}
      />
    </Flex>
  );
}

function isScore(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 100;
}

function Shares({ limits, leads }: { readonly limits: Limits; readonly leads: DryRunForm['leads'] }): ReactNode {
  const above = countAbove(limits, leads);
  return (
    <AutoGrid columnWidth={240} gap="md" flexible>
      {limitKeys.map((key) => (
        <ProgressBar
          key={key}
          title={capital(labels[key][2])}
          value={above[key]}
          maxValue={Math.max(leads.length, 1)}
          valueDescription={`${above[key]} of ${countOf(leads.length, 'contact')} with these numbers`}
          variant={above[key] === 0 || above[key] === leads.length ? 'warning' : 'success'}
        />
      ))}
    </AutoGrid>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
