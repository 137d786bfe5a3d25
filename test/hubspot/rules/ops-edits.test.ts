import { beforeEach, describe, expect, test } from '@jest/globals';
import { MemoryCrm } from '../memory-crm.ts';
import { flatten } from '../../../core/src/decide/index.ts';
import { installStarter, starterPolicy } from '../../../hubspot/handlers/rules/install-starter.ts';
import { publishDraft } from '../../../hubspot/handlers/rules/publish-draft.ts';
import { readValidatedDraft } from '../../../hubspot/handlers/rules/read-validated-draft.ts';
import { RecordRuleStore } from '../../../hubspot/handlers/rules/record-rule-store.ts';
import { breakRows } from '../../differential/generate/break-rows.ts';
import { drawVariedPolicy } from '../../differential/generate/draw-policy.ts';
import { Dice } from '../../property/generators/dice.ts';
import { plainConfiguration } from './draft-configuration.ts';

const type = 'sbx_rule_row';
const byHand = { sourceType: 'CRM_UI', sourceId: 'userId:7' };
let crm: MemoryCrm;
let store: RecordRuleStore;

beforeEach(async () => {
  crm = new MemoryCrm();
  store = new RecordRuleStore(crm);
  await installStarter(store, { timeZone: 'Europe/Berlin', publishedBy: 'ops', now: 1_000 });
});

function find(values: { readonly [property: string]: string }): string {
  const found = crm
    .idsOf(type)
    .filter((id) => Object.entries(values).every(([property, value]) => crm.valueOf(type, id, property) === value));
  expect(found).toHaveLength(1);
  return found[0]!;
}

function edit(id: string, values: { readonly [property: string]: string | null }): void {
  crm.change(type, id, values, byHand);
}

async function check(): Promise<readonly { readonly code: string }[]> {
  const draft = await readValidatedDraft(store);
  await store.noteProblems(draft.problems);
  return draft.problems;
}

function problemsById(): Map<string, string> {
  return new Map(
    crm.idsOf(type).flatMap((id): [string, string][] => {
      const problem = crm.valueOf(type, id, 'sbx_problem');
      return problem === null ? [] : [[id, problem]];
    }),
  );
}

describe('an edit in a list view', () => {
  test('of a destination to a misspelt key is told at that row with the nearest name, and taken away when mended', async () => {
    const rule = find({ sbx_row_kind: 'rule', sbx_rule_key: starterPolicy().rules[2]!.ruleKey });
    const right = crm.valueOf(type, rule, 'sbx_destination_key')!;
    edit(rule, { sbx_destination_key: `${right}x` });
    expect(await check()).toHaveLength(1);
    expect([...problemsById()]).toEqual([
      [
        rule,
        `POL130 destination "${right}x", which does not exist. Known names like it: ${right}. Fix the name, or add the destination.`,
      ],
    ]);
    edit(rule, { sbx_destination_key: right });
    expect(await check()).toEqual([]);
    expect(problemsById().size).toBe(0);
  });

  test.each([
    ['guard', { sbx_guard_key: 'sensitive' }, { sbx_destination_key: 'revieww' }, 'POL130'],
    ['cell', { sbx_position: '3' }, { sbx_destination_key: 'nowhere-at-all' }, 'POL130'],
    ['setting', { sbx_setting_key: 'fitHigh' }, { sbx_setting_text: '200' }, 'POL007'],
    ['setting', { sbx_setting_key: 'fitHigh' }, { sbx_setting_text: 'high' }, 'POL112'],
    ['setting', { sbx_setting_key: 'mode' }, { sbx_setting_text: 'observed' }, 'POL111'],
    ['destination', { sbx_destination_key: 'triage' }, { sbx_holder_key: null }, 'POL110'],
    ['pool', { sbx_pool_key: 'inbound' }, { sbx_overflow_pool_key: 'inbound' }, 'POL125'],
    ['member', { sbx_pool_key: 'inbound', sbx_member_key: 'ana' }, { sbx_weight: '0' }, 'POL007'],
    ['sla', { sbx_sla_key: 'oneMinute' }, { sbx_target_minutes: '0' }, 'POL007'],
    ['signal', { sbx_signal_key: 'demoRequested' }, { sbx_half_life_days: '0' }, 'POL007'],
    ['bin', { sbx_axis: 'fit', sbx_attribute_key: 'industry', sbx_position: '2' }, { sbx_points: null }, 'POL110'],
    ['attribute', { sbx_axis: 'fit', sbx_attribute_key: 'employees' }, { sbx_field_key: 'employes' }, 'POL114'],
    ['condition', { sbx_owner_key: 'strategic', sbx_position: '0' }, { sbx_operator: 'isYes' }, 'POL115'],
    ['table', { sbx_table_key: 'decay' }, { sbx_amounts: '1000;5000' }, 'POL007'],
    ['question', { sbx_field_key: 'employees' }, { sbx_field_key: 'employes' }, 'POL114'],
    ['option', { sbx_option_key: 'ownerOn' }, { sbx_option_text: 'deal' }, 'HSR024'],
    ['option', { sbx_option_key: 'ownerOn' }, { sbx_option_key: 'ownerAt' }, 'HSR023'],
    ['calendar', { sbx_calendar_key: 'business' }, { sbx_from: '9 am' }, 'HSR026'],
    ['person', { sbx_rep_key: 'ana' }, { sbx_display_name: null }, 'HSR025'],
    ['person', { sbx_rep_key: 'ana' }, { sbx_row_kind: null }, 'HSR020'],
    ['rule', { sbx_position: '0' }, { sbx_position: null }, 'HSR021'],
  ] as const)('of a %s with %o to %o is told at that row alone', async (kind, values, change, code) => {
    const id = find({ sbx_row_kind: kind, ...values });
    edit(id, change);
    expect((await check()).map((problem) => problem.code)).toContain(code);
    expect([...problemsById().keys()]).toEqual([id]);
    expect(problemsById().get(id)).toContain(code);
  });

  test('of a bin that core knows only by its attribute is told at the row of the attribute', async () => {
    edit(find({ sbx_row_kind: 'bin', sbx_axis: 'fit', sbx_attribute_key: 'employees', sbx_position: '2' }), {
      sbx_low: '999',
    });
    expect(await check()).toMatchObject([{ code: 'POL106', about: 'fit attribute "employees"' }]);
    const attribute = find({ sbx_row_kind: 'attribute', sbx_axis: 'fit', sbx_attribute_key: 'employees' });
    expect([...problemsById().keys()]).toEqual([attribute]);
  });

  test('that renames a setting by a slip of the hand is told with the name that is there', async () => {
    edit(find({ sbx_setting_key: 'fitHigh' }), { sbx_setting_key: 'fitHihg' });
    expect(await check()).toMatchObject([
      { code: 'POL110', about: 'setting fitHigh', next: 'There is a setting fitHihg: correct its name.' },
    ]);
  });

  test('of what is told nowhere else is told at the name of the policy', async () => {
    const cells = crm.idsOf(type).filter((id) => crm.valueOf(type, id, 'sbx_row_kind') === 'cell');
    await crm.archiveObjects(type, cells.slice(-1));
    await check();
    expect(problemsById().get(find({ sbx_setting_key: 'name' }))).toContain('POL009');
  });

  test('of the order changes which rule is first, and gaps between positions do not matter', async () => {
    const { rules } = starterPolicy();
    const last = rules.at(-1)!.ruleKey;
    edit(find({ sbx_row_kind: 'rule', sbx_rule_key: last }), { sbx_position: '-10' });
    edit(find({ sbx_row_kind: 'rule', sbx_rule_key: rules[0]!.ruleKey }), { sbx_position: '1000' });
    const draft = await readValidatedDraft(store);
    const keys = rules.map(({ ruleKey }) => ruleKey);
    expect(draft.policy?.rules.map(({ ruleKey }) => ruleKey)).toEqual([last, ...keys.slice(1, -1), keys[0]]);
  });

  test('of a rule makes its title and its sentence say what it says now', async () => {
    const rule = find({ sbx_row_kind: 'rule', sbx_position: '0' });
    edit(rule, { sbx_is_active: 'no' });
    await check();
    for (const property of ['sbx_title', 'sbx_sentence']) {
      expect(crm.valueOf(type, rule, property)).toBe(
        '1. When the lead is a duplicate → Existing owner, first touch within 30 business minutes, misses go to mara. (not active)',
      );
    }
  });

  test('of a logic line that does not read leaves the sentence as it was', async () => {
    const rule = find({ sbx_row_kind: 'rule', sbx_position: '0' });
    edit(rule, { sbx_logic: 'NOT' });
    await check();
    expect(crm.valueOf(type, rule, 'sbx_problem')).toContain('POL109');
    expect(crm.valueOf(type, rule, 'sbx_sentence')).toContain('1. When the lead is a duplicate');
  });

  test('is published as a new revision, and only the rows with news are written', async () => {
    edit(find({ sbx_setting_key: 'fitHigh' }), { sbx_setting_text: '65' });
    const before = crm.calls.length;
    const outcome = await publishDraft(store, { publishedBy: 'ops', now: 2_000 });
    expect(outcome).toMatchObject({ kind: 'published', revision: { number: 2 } });
    const writes = crm.calls
      .slice(before)
      .filter(({ method, about }) => method === 'updateObjects' && about === '2-101');
    // The title of that setting.
    expect(writes.map(({ size }) => size)).toEqual([1]);
    expect(crm.valueOf(type, find({ sbx_setting_key: 'fitHigh' }), 'sbx_title')).toBe('fitHigh: 65');
  });

  test('of nothing writes nothing', async () => {
    const before = crm.calls.length;
    await check();
    expect(crm.calls.slice(before).filter(({ method }) => !/^(list|read|search)/.test(method))).toEqual([]);
  });
});

describe('a draft that is written over another', () => {
  test('keeps the record of each row, also of a key that changed its name, and archives the rest', async () => {
    const policy = starterPolicy();
    const rule = find({ sbx_row_kind: 'rule', sbx_position: '1' });
    const rules = policy.rules
      .map((each, place) => (place === 1 ? { ...each, ruleKey: 'renamed' } : each))
      .slice(0, -1);
    const before = new Set(crm.idsOf(type));
    const { configuration } = await store.readDraft();
    await store.writeDraft(flatten({ ...policy, rules }), configuration);
    expect(crm.valueOf(type, rule, 'sbx_rule_key')).toBe('renamed');
    expect(crm.idsOf(type).filter((id) => !before.has(id))).toEqual([]);
    const { rows } = await store.readDraft();
    expect(rows.filter(({ kind }) => kind === 'rule')).toHaveLength(policy.rules.length - 1);
  });

  test('is finished by writing again when it was cut off', async () => {
    const policy = drawVariedPolicy(new Dice(3));
    let left = 2;
    crm.beforeCall = ({ method }) => {
      if (/^(create|update|archive)/.test(method) && (left -= 1) < 0) throw new Error('cut off');
    };
    await expect(store.writeDraft(flatten(policy), plainConfiguration)).rejects.toThrow('cut off');
    crm.beforeCall = () => undefined;
    await store.writeDraft(flatten(policy), plainConfiguration);
    expect((await readValidatedDraft(store)).policy).toEqual(policy);
  });
});

describe('rows that nobody should write', () => {
  test('are read, told and never an error', async () => {
    for (let number = 0; number < 60; number += 1) {
      const dice = new Dice(number);
      const rows = breakRows(dice, flatten(drawVariedPolicy(dice)));
      try {
        await store.writeDraft(rows, plainConfiguration);
      } catch (error) {
        expect(error).toMatchObject({ code: 'HSR002' });
        continue;
      }
      const problems = await check();
      expect(problemsById().size > 0).toBe(problems.length > 0);
    }
  }, 60_000);
});
