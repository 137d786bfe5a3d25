import type { TSESLint } from '@typescript-eslint/utils';
import { subsetRules } from './rules.ts';
import type { SubsetRule } from './subset-rule.ts';

export const subsetPlugin: TSESLint.FlatConfig.Plugin = {
  meta: { name: 'signalbox-subset' },
  rules: Object.fromEntries(subsetRules.map((rule) => [rule.name, rule.module])),
};

export const allSubsetRules = severities(subsetRules);

/** For the files that are written by hand on each platform: only their names have to fit. */
export const nameSubsetRules = severities(subsetRules.filter((rule) => rule.appliesTo === 'names'));

function severities(rules: readonly SubsetRule[]): TSESLint.FlatConfig.Rules {
  return Object.fromEntries(rules.map((rule) => [`subset/${rule.name}`, 'error']));
}
