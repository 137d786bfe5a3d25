import { describe, expect, it } from '@jest/globals';
import { Select, ToggleGroup } from '@hubspot/ui-extensions';
import { homeStates, type HomeStep } from '../states/home-states.ts';
import { StateBackend } from '../states/state-backend.ts';
import { showPages, type Shown } from './show-pages.tsx';
import { standStill } from './stand-still.ts';
import { noon } from './starter-portal.ts';

standStill();

function take(step: HomeStep, shown: Shown): void {
  if ('write' in step) throw new Error('No state writes yet.');
  if ('choose' in step) {
    const [control, option] = step.choose;
    const select = shown.renderer.find(Select, { label: control });
    const { value } = select.props.options.find(({ label }) => label === option)!;
    select.trigger('onChange', value as never);
    return;
  }
  const [group] = shown.renderer.findAll(ToggleGroup);
  const picked = group?.props.options.find(({ label }) => label === step.press);
  if (picked === undefined) shown.press(step.press);
  else group!.trigger('onChange', picked.value as never);
}

describe('every state of the pages', () => {
  it.each(homeStates(noon).map((state) => [state.name, state] as const))('%s', async (_name, state) => {
    const backend = new StateBackend(state.answers);
    const [path, query = ''] = state.path.split('?');
    const shown = showPages(backend, path, Object.fromEntries(new URLSearchParams(query)));
    const [first] = state.steps;
    if (state.later !== null && first !== undefined && 'press' in first) {
      await shown.renderer.waitFor(() => expect(shown.isOffered(first.press)).toBe(true));
      backend.say(state.later);
    }
    for (const step of state.steps) await shown.renderer.waitFor(() => take(step, shown));
    for (const words of state.shows) await shown.says(words);
    expect(shown.words()).not.toContain('undefined');
    // What is long is cut wherever it stands, and a title or a label is never a page long.
    expect(
      Math.max(
        ...shown
          .words()
          .split('  ')
          .map((part) => part.length),
      ),
    ).toBeLessThan(20_000);
  });
});
