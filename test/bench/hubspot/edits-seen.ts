import { editRow, rowsOf } from '../../../sandbox/hubspot/edition/edit-rules.ts';
import type { Edition } from '../../../sandbox/hubspot/edition/start-edition.ts';
import { largest, median } from '../engine/statistics.ts';
import { atMost } from '../figure.ts';
import type { Reporter } from '../reporter.ts';
import { until } from './sales-leads.ts';

const destination = 'sbx_destination_key';
const problem = 'sbx_problem';
const mostSeconds = 30;

/**
 * How soon ops see what they did: a rule that is sent to a destination that does not exist gets a problem at its row, and loses it
 * when it is mended.
 */
export async function benchSeenEdits(reporter: Reporter, { portal }: Edition, edits: number): Promise<void> {
  reporter.heading(`Edits: ${edits} changes of rules by hand, every other one broken`);
  const rules = rowsOf(portal, 'rule').map(({ id }) => id);
  const spans = { broken: [] as number[], mended: [] as number[] };
  const rowOf = (id: string) => rowsOf(portal, 'rule').find((each) => each.id === id)!;
  for (let place = 0; place * 2 < edits; place += 1) {
    const id = rules[place % rules.length]!;
    const right = rowOf(id).value(destination)!;
    spans.broken.push(
      await timeEdit(
        () => editRow(portal, rowOf(id), { [destination]: `nowhere${place}` }),
        `edit ${place} is told to be broken`,
        () => (rowOf(id).value(problem) ?? '').includes(`nowhere${place}`),
      ),
    );
    // Whoever mends it has read what is wrong, so that edits do not come in step with the look for them.
    await new Promise((resolve) => setTimeout(resolve, 300 + (place % 7) * 250));
    spans.mended.push(
      await timeEdit(
        () => editRow(portal, rowOf(id), { [destination]: right }),
        `edit ${place} is told to be right`,
        () => !rowOf(id).has(problem),
      ),
    );
  }
  const all = [...spans.broken, ...spans.mended];
  reporter.figure('edits that were checked', all.length, 'edits');
  reporter.figure('until a broken edit has its problem, median', median(spans.broken) / 1_000, 's');
  reporter.figure('until a mended edit has none, median', median(spans.mended) / 1_000, 's');
  reporter.figure('slowest of all', largest(all) / 1_000, 's', atMost(5));
}

async function timeEdit(edit: () => void, what: string, isSeen: () => boolean): Promise<number> {
  const startedAt = Date.now();
  edit();
  await until(what, isSeen, mostSeconds * 1_000, 20);
  return Date.now() - startedAt;
}
