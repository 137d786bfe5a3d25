import * as z from 'zod';
import { assemble, type PolicyRow, type RowKind } from '../../decide/index.ts';
import type { CalendarWindows, TimeWindow } from '../../decide/model/calendar.ts';
import type { Policy } from '../../decide/model/policy.ts';
import type { Roster } from '../../decide/model/roster.ts';
import { RunError } from './run-message.ts';

const windowsSchema = z
  .array(z.tuple([z.int(), z.int()]))
  .transform((all): TimeWindow[] => all.map(([opensAt, closesAt]) => ({ opensAt, closesAt })));

const rosterSchema = z.strictObject({
  reps: z.array(
    z.strictObject({
      repKey: z.string(),
      displayName: z.string(),
      isActive: z.boolean(),
      calendarKey: z.string().nullable(),
      skills: z.array(z.string()),
      languages: z.array(z.string()),
      timeOff: windowsSchema,
    }),
  ),
});

const calendarsSchema = z.strictObject({
  calendars: z.array(
    z.strictObject({
      calendarKey: z.string(),
      coversFrom: z.int(),
      coversUntil: z.int(),
      windows: windowsSchema,
      dayStartsAt: z.array(z.int()),
      weekStartsAt: z.array(z.int()),
    }),
  ),
});

const rowsSchema = z.array(z.tuple([z.string(), z.record(z.string(), z.string().nullable())]));

/** A revision as it was published, read back into a policy. */
export function policyOfText(text: string): Policy {
  const counts = new Map<string, number>();
  const rows = rowsSchema.parse(JSON.parse(text)).map(([kind, cells]): PolicyRow => {
    const position = counts.get(kind) ?? 0;
    counts.set(kind, position + 1);
    return {
      kind: kind as RowKind,
      position,
      cells: Object.entries(cells).map(([column, cell]) => ({ column, text: cell })),
    };
  });
  const { policy, problems } = assemble(rows);
  if (problems.length > 0) {
    throw snapshotError('policy', `${problems[0]!.code} ${problems[0]!.about}: ${problems[0]!.found}`);
  }
  return policy;
}

/** A roster as its snapshot holds it. */
export function rosterOfText(text: string): Roster {
  return rosterSchema.parse(JSON.parse(text));
}

/** Calendars as their snapshot holds them. */
export function calendarsOfText(text: string): CalendarWindows[] {
  return calendarsSchema.parse(JSON.parse(text)).calendars;
}

/** A snapshot that cannot be what a decision named. */
export function snapshotError(what: string, found: string): RunError {
  return new RunError([
    {
      code: 'VER001',
      about: `snapshot of the ${what}`,
      found,
      next: 'restore the snapshot; without it nothing can be verified.',
    },
  ]);
}
