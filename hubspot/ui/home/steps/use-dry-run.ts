import { useState } from 'react';
import type { DryRunForm } from '../../../handlers/ui/ui-forms.ts';
import type { Refused } from '../../backend/backend.ts';
import { useBackend } from '../../backend/backend-context.tsx';
import type { DryRunDesk } from './step-context.ts';

const mostContacts = 100;

/** Tries the draft as it stands on the newest contacts when somebody asks for it. */
export function useDryRun(): DryRunDesk {
  const backend = useBackend();
  const [result, setResult] = useState<DryRunForm | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [isRunning, setRunning] = useState(false);

  async function run(): Promise<void> {
    setRunning(true);
    const answer = await backend.call('dryRun', { rows: null, most: mostContacts });
    setRunning(false);
    setRefused(answer.state === 'refused' ? answer : null);
    if (answer.state === 'answered') setResult(answer.content);
  }

  return { result, refused, isRunning, run: () => void run() };
}
