import { html, type Html } from '../../../../core/src/author/report/html.ts';
import type { DecisionRecord } from '../../../../core/src/decide/model/decision-record.ts';
import { tellStory } from '../../../../core/src/decide/record/tell-story.ts';
import type { Story } from '../../../../core/src/decide/record/story.ts';
import type { PortalView } from './portal-view.ts';
import { toldList } from './told-list.ts';

/** The whole decision in plain words, told from nothing but the record and the rules that stand in the portal. */
export function storySection(view: PortalView, record: DecisionRecord): Html {
  const story = storyOf(view, record);
  if (story === null) {
    return html`<p class="flag">
      The portal does not hold revision ${record.policy.slice(0, 12)} as it was published, or the record was changed, so
      that its story cannot be told.
    </p>`;
  }
  const { instants } = view;
  return html`${story.sections.map(
    ({ title, lines }) =>
      html`<h3>${title}</h3>
        ${toldList(lines.map(({ points, text }) => ({ points, words: html`${instants.written(text)}` })))}`,
  )}`;
}

function storyOf({ rules }: PortalView, record: DecisionRecord): Story | null {
  const policy = rules.findPolicy(record.policy);
  if (policy === null) return null;
  try {
    return tellStory(record, policy, { reps: rules.listReps() });
  } catch {
    // Somebody changed the record so that it is one still and fits no rules.
    return null;
  }
}
