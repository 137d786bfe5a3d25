import type { Tier } from '../../records/record-change.ts';

const tiers: readonly Tier[] = ['free', 'starter', 'pro', 'enterprise'];

// Scopes that not every plan has; everything else comes with the free one.
const leastTier: ReadonlyMap<string, Tier> = new Map([
  ...pairs('starter', 'crm.objects.goals.read', 'ctas.read'),
  ...pairs('pro', 'crm.objects.leads.read', 'crm.objects.leads.write', 'crm.schemas.leads.read'),
  ...pairs('pro', 'automation', 'automation.sequences.read', 'automation.sequences.enrollments.write'),
  ...pairs('pro', 'settings.users.teams.read', 'settings.users.teams.write', 'content', 'hubdb'),
  ...pairs('pro', 'mh-lead-scoring-view', 'mh-lead-scoring-edit', 'marketing-email', 'cms.performance.read'),
  ...pairs('pro', 'marketing.campaigns.read', 'marketing.campaigns.write', 'marketing.campaigns.revenue.read'),
  ...pairs('pro', 'crm.objects.feedback_submissions.read', 'cms.knowledge_base.articles.read'),
  ...pairs('enterprise', 'crm.objects.custom.read', 'crm.objects.custom.write'),
  ...pairs('enterprise', 'crm.schemas.custom.read', 'crm.schemas.custom.write'),
  ...pairs('enterprise', 'account-info.security.read', 'behavioral_events.event_definitions.read_write'),
  ...pairs('enterprise', 'crm.dealsplits.read_write', 'communication_preferences.statuses.batch.read'),
  ...pairs('enterprise', 'conversations.custom_channels.read', 'conversations.custom_channels.write'),
]);

/** Whether a portal with this plan can grant the scope. */
export function canGrant(tier: Tier, scope: string): boolean {
  // Sensitive data, of whatever record, is a matter of Enterprise.
  const least = /\.(highly_)?sensitive\./.test(scope) ? 'enterprise' : leastTier.get(scope);
  return isAtLeast(tier, least ?? 'free');
}

/** Whether the plan is the other one or a higher one. */
export function isAtLeast(tier: Tier, least: Tier): boolean {
  return tiers.indexOf(tier) >= tiers.indexOf(least);
}

function pairs(tier: Tier, ...scopes: readonly string[]): [string, Tier][] {
  return scopes.map((scope) => [scope, tier]);
}
