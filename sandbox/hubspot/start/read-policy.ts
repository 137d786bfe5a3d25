import * as z from 'zod';
import { hashText } from '../../../core/src/author/run/hash-text.ts';
import { policyOfText } from '../../../core/src/author/run/read-snapshots.ts';
import type { Policy } from '../../../core/src/decide/model/policy.ts';
import type { Rep } from '../../../core/src/decide/model/roster.ts';
import { rowsOf } from '../edition/edit-rules.ts';
import type { HubPortal } from '../hub/portals/hub-portal.ts';
import type { PortalRecord } from '../records/portal-record.ts';
import { findRuleFile, listRevisionFiles, readRuleFile } from './rule-file.ts';

export type LiveRevision = { readonly number: number; readonly hash: string };

const pointerSchema = z.object({ number: z.int(), hash: z.string() });
const revisionSchema = z.object({ hash: z.string(), lines: z.array(z.string()) });

/** Whether the portal's plan keeps the rules as records; else they are files. */
export function areRulesRecords({ portalId, records }: HubPortal): boolean {
  return records.schema.findType(`p${portalId}_sbx_revision`) !== null;
}

/**
 * The rules as they stand in a portal, read by what everybody can see there and without the app. A text counts only if it has
 * the hash by which decisions name it.
 */
export class PortalRules {
  readonly #portal: HubPortal;
  readonly #policies = new Map<string, Policy>();

  constructor(portal: HubPortal) {
    this.#portal = portal;
  }

  /** What decides now; null before the first publishing. */
  findLive(): LiveRevision | null {
    if (!areRulesRecords(this.#portal)) {
      const file = findRuleFile(this.#portal, 'live.json');
      return file === null ? null : pointerSchema.parse(JSON.parse(file.content.toString('utf8')));
    }
    const madeLive = (record: PortalRecord): number => Number(record.value('sbx_made_live') ?? 0);
    const live = this.#records().toSorted((one, other) => madeLive(other) - madeLive(one))[0];
    if (live === undefined || madeLive(live) === 0) return null;
    return { number: Number(live.value('sbx_number')), hash: live.value('sbx_hash') ?? '' };
  }

  /** Null where the portal holds no revision of that hash, or one whose text was changed. */
  findPolicy(hash: string): Policy | null {
    const known = this.#policies.get(hash);
    if (known !== undefined) return known;
    const text = this.#readText(hash);
    if (text === null || hashText(text) !== hash) return null;
    const policy = policyOfText(text);
    this.#policies.set(hash, policy);
    return policy;
  }

  /** Whom the rules can name, as people call them. Hours and leave are no part of it. */
  listReps(): Rep[] {
    const people = areRulesRecords(this.#portal)
      ? rowsOf(this.#portal, 'person').map((row) => [row.value('sbx_rep_key'), row.value('sbx_display_name')])
      : (readRuleFile(this.#portal).rows['person'] ?? []).map((row) => [row['repKey'], row['displayName']]);
    return people
      .map(([key, name]) => repOf(String(key ?? ''), String(name ?? '')))
      .filter(({ repKey }) => repKey !== '')
      .toSorted((one, other) => (one.repKey < other.repKey ? -1 : 1));
  }

  #records(): PortalRecord[] {
    return this.#portal.records.listRecords(`p${this.#portal.portalId}_sbx_revision`, null, Number.MAX_SAFE_INTEGER);
  }

  #readText(hash: string): string | null {
    if (areRulesRecords(this.#portal)) {
      const record = this.#records().find((each) => each.value('sbx_hash') === hash);
      return record === undefined ? null : joinParts(record);
    }
    const texts = listRevisionFiles(this.#portal).map(({ content }) =>
      revisionSchema.parse(JSON.parse(content.toString('utf8'))),
    );
    return texts.find((each) => each.hash === hash)?.lines.join('\n') ?? null;
  }
}

/** Whole lines stand in a part; one that is longer goes on in the next, with a plus sign on both sides of the cut. */
function joinParts(record: PortalRecord): string {
  const count = Number(record.value('sbx_part_count') ?? 0);
  let text = '';
  for (let number = 1; number <= count; number += 1) {
    const part = record.value(`sbx_part_${String(number).padStart(2, '0')}`) ?? '';
    if (text === '') text = part;
    else if (text.endsWith('+') && part.startsWith('+')) text = text.slice(0, -1) + part.slice(1);
    else text = `${text}\n${part}`;
  }
  return `${text}\n`;
}

function repOf(repKey: string, displayName: string): Rep {
  return {
    repKey,
    displayName: displayName === '' ? repKey : displayName,
    isActive: true,
    calendarKey: null,
    skills: [],
    languages: [],
    timeOff: [],
  };
}
