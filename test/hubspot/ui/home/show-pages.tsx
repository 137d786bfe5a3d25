import { Button, LoadingButton } from '@hubspot/ui-extensions';
import { createRenderer, type Renderer } from '@hubspot/ui-extensions/testing';
import { HomePages } from '../../../../hubspot/ui/home/home-pages.tsx';
import type { Backend } from '../../../../hubspot/ui/backend/backend.ts';
import { wordsOf } from './words-of.ts';

/** The app's pages as somebody sees and presses them. */
export type Shown = {
  readonly renderer: Renderer<'pages'>;
  /** Everything that is read on the page. */
  readonly words: () => string;
  /** Until the page says this. */
  readonly says: (words: string) => Promise<void>;
  /** Presses the button that reads so. */
  readonly press: (label: string) => void;
  readonly isOffered: (label: string) => boolean;
};

export function showPages(backend: Backend, path = '/', params: Record<string, string> = {}): Shown {
  const renderer = createRenderer('pages');
  renderer.mocks.context.portal.timezone = 'Europe/Berlin';
  renderer.mocks.context.user.locale = 'en-GB';
  renderer.mocks.setPageLocation({ path, params });
  renderer.render(<HomePages backend={backend} />);
  const words = (): string => wordsOf(renderer.getRootNode());
  const buttonOf = (label: string) =>
    [...renderer.findAll(Button), ...renderer.findAll(LoadingButton)].find(
      (button) => wordsOf(button).replaceAll('  ', ' ') === label,
    ) ?? null;
  return {
    renderer,
    words,
    says: (sentence) =>
      renderer.waitFor(() => {
        if (!words().includes(sentence)) throw new Error(`Not shown: ${sentence}\n${words()}`);
      }),
    press: (label) => {
      const button = buttonOf(label);
      if (button === null) throw new Error(`No button reads "${label}".\n${words()}`);
      if (button.props.disabled === true) throw new Error(`The button "${label}" cannot be pressed.`);
      button.trigger('onClick');
    },
    isOffered: (label) => {
      const button = buttonOf(label);
      return button !== null && button.props.disabled !== true;
    },
  };
}
