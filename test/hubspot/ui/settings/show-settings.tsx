import {
  Button,
  Checkbox,
  DateInput,
  Icon,
  Input,
  LoadingButton,
  MultiSelect,
  SearchInput,
  Select,
  Tabs,
  TextArea,
  Toggle,
} from '@hubspot/ui-extensions';
import { createRenderer, type RenderedFragmentNode, type Renderer } from '@hubspot/ui-extensions/testing';
import type { Backend } from '../../../../hubspot/ui/backend/backend.ts';
import { WithBackend } from '../../../../hubspot/ui/backend/backend-context.tsx';
import type { HereLearner } from '../../../../hubspot/ui/learning/here-learner.ts';
import { SettingsPage } from '../../../../hubspot/ui/settings/settings-page.tsx';
import { groupOf } from '../../../../hubspot/ui/settings/section-list.ts';
import { wordsOf } from '../home/words-of.ts';

export const settingsContext = {
  user: { email: 'ops@example.com', locale: 'en-GB' },
  portal: { id: 4242, timezone: 'Europe/Berlin' },
};

/** The settings as somebody sees and uses them. Whatever is not there throws with what is. */
export class ShownSettings {
  readonly renderer: Renderer<'settings'>;

  /** @param learner what learns in the page; null where the server does */
  constructor(backend: Backend, learner: HereLearner | null = null) {
    this.renderer = createRenderer('settings');
    this.renderer.render(
      <WithBackend backend={backend}>
        <SettingsPage context={settingsContext} learner={learner} />
      </WithBackend>,
    );
  }

  /** Everything that is read on the page. */
  words(): string {
    return wordsOf(this.renderer.getRootNode());
  }

  /** Until the page says this. */
  async says(words: string): Promise<void> {
    await this.renderer.waitFor(
      () => {
        if (!this.words().includes(words)) throw new Error(`Not shown: ${words}\n${this.words()}`);
      },
      { timeoutInMs: 5_000 },
    );
  }

  async open(section: string): Promise<void> {
    const { group } = groupOf(section);
    const tabs = this.renderer.find(Tabs);
    if (tabs.props.selected !== group) this.#select(0, group);
    await this.renderer.waitFor(() => {
      if (this.renderer.find(Tabs).props.selected !== group) throw new Error(`The group ${group} did not open.`);
    });
    const inner = this.renderer.findAll(Tabs)[1];
    if (inner !== undefined && inner.props.selected !== section) this.#select(1, section);
    await this.renderer.waitFor(() => {
      const opened = this.renderer.findAll(Tabs)[1];
      if (opened !== undefined && opened.props.selected !== section) throw new Error(`${section} did not open.`);
    });
  }

  #select(place: number, id: string): void {
    const tabs = this.renderer.findAll(Tabs)[place]!;
    tabs.trigger('onSelectedChange', id as never);
  }

  press(label: string): void {
    const button = this.#button(label);
    if (button === null) throw new Error(`No button reads "${label}".\n${this.words()}`);
    if (button.props.disabled === true) throw new Error(`The button "${label}" cannot be pressed.`);
    button.trigger('onClick');
  }

  /** Presses a button inside of what another one opens. */
  pressIn(label: string, inner: string): void {
    const opening = this.#button(label);
    const { overlay } = (opening?.props ?? {}) as { readonly overlay?: RenderedFragmentNode };
    const button = overlay?.findAll(Button).find((each) => wordsOf(each).replaceAll('  ', ' ') === inner);
    if (button === undefined) throw new Error(`"${label}" opens no button "${inner}".`);
    button.trigger('onClick');
  }

  /** Whether any input takes another value. */
  isEditable(): boolean {
    const inputs = [
      ...this.renderer.findAll(Input),
      ...this.renderer.findAll(TextArea),
      ...this.renderer.findAll(Select),
      ...this.renderer.findAll(MultiSelect),
      ...this.renderer.findAll(Toggle),
    ];
    return inputs.some(({ props }) => props.readOnly !== true);
  }

  isOffered(label: string): boolean {
    const button = this.#button(label);
    return button !== null && button.props.disabled !== true;
  }

  #button(label: string) {
    const all = [...this.renderer.findAll(Button), ...this.renderer.findAll(LoadingButton)];
    return (
      all.find((button) => {
        const heard = button.findAll(Icon).map((icon) => icon.props.screenReaderText ?? '');
        return [wordsOf(button), ...heard].join(' ').replaceAll(/\s+/g, ' ').trim().startsWith(label);
      }) ?? null
    );
  }

  /** Writes into the input of this label and leaves it. */
  write(label: string, text: string, place = 0): void {
    this.#input(label, place).trigger('onChange', text as never);
  }

  /** Types without leaving the input. */
  type(label: string, text: string, place = 0): void {
    this.#input(label, place).trigger('onInput', text as never);
  }

  valueOf(label: string, place = 0): unknown {
    return this.#input(label, place).props.value;
  }

  #input(label: string, place: number) {
    const all = [
      ...this.renderer.findAll(Input, { label }),
      ...this.renderer.findAll(TextArea, { label }),
      ...this.renderer.findAll(SearchInput, { label }),
    ];
    const input = all[place];
    if (input === undefined) throw new Error(`No input "${label}".\n${this.words()}`);
    return input;
  }

  choose(label: string, value: string | number, place = 0): void {
    const select = this.renderer.findAll(Select, { label })[place];
    if (select === undefined) throw new Error(`No select "${label}".\n${this.words()}`);
    if (!select.props.options.some((option) => option.value === value)) {
      throw new Error(`"${label}" has no ${value}, only ${select.props.options.map((each) => each.value).join(', ')}`);
    }
    select.trigger('onChange', value as never);
  }

  chooseSeveral(label: string, values: string[], place = 0): void {
    this.renderer.findAll(MultiSelect, { label })[place]!.trigger('onChange', values as never);
  }

  chooseDay(label: string, day: { year: number; month: number; date: number } | null, place = 0): void {
    this.renderer.findAll(DateInput, { label })[place]!.trigger('onChange', day as never);
  }

  toggle(label: string, isOn: boolean): void {
    this.renderer.find(Toggle, { label }).trigger('onChange', isOn as never);
  }

  check(label: string, isOn: boolean): void {
    const box =
      this.renderer.maybeFind(Checkbox, { 'aria-label': label }) ??
      this.renderer.find(Checkbox, (node) => wordsOf(node) === label);
    (box.props.onChange as (isOn: boolean, value: string) => void)(isOn, '');
  }
}

/** The settings of a portal once the rules are there. */
export async function showSettings(backend: Backend, learner: HereLearner | null = null): Promise<ShownSettings> {
  const shown = new ShownSettings(backend, learner);
  await shown.says('Save draft');
  return shown;
}
