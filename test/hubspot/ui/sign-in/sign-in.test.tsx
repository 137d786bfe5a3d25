import { describe, expect, it, jest } from '@jest/globals';
import { Alert, Button, Input, Link, LoadingButton } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { WithBackend } from '../../../../hubspot/ui/backend/backend-context.tsx';
import type { SignInForm } from '../../../../hubspot/handlers/ui/ui-forms.ts';
import { away } from '../../../../hubspot/ui/backend/read-answer.ts';
import { SignIn } from '../../../../hubspot/ui/sign-in/sign-in.tsx';
import { wordsOf } from '../home/words-of.ts';
import { ScriptedBackend } from '../home/scripted-backend.ts';

const asked: SignInForm = {
  state: 'asked',
  code: 'K7-QM-42',
  recordPath: '/contacts/1/record/2-5/77',
  fieldLabel: 'Signalbox: sign-in code',
  until: 1_900_000_000_000,
};
const signedIn: SignInForm = { state: 'signedIn', session: 'a-session', until: 1_900_000_000_000 };

function show(answers: (input: { email: string; code: string | null }) => SignInForm | ReturnType<typeof away>) {
  const backend = new ScriptedBackend({ signIn: answers }, 'private');
  const onSignedIn = jest.fn();
  const shown = createRenderer('settings');
  shown.render(
    <WithBackend backend={backend}>
      <SignIn email="ana@example.com" onSignedIn={onSignedIn} />
    </WithBackend>,
  );
  return { backend, onSignedIn, shown };
}

describe('signing in', () => {
  it('shows code, record and field, and gives the session to the backend', async () => {
    const { backend, onSignedIn, shown } = show(({ code }) => (code === null ? asked : signedIn));
    expect(shown.find(Input).props.value).toBe('ana@example.com');
    shown.find(LoadingButton).trigger('onClick');
    await shown.waitFor(() => expect(shown.find(Link).props.href).toEqual({ url: asked.recordPath, external: true }));
    expect(wordsOf(shown.getRootNode())).toContain('K7-QM-42');
    expect(wordsOf(shown.getRootNode())).toContain('Signalbox: sign-in code');
    shown.find(Button).trigger('onClick');
    expect(shown.mocks.actions.copyTextToClipboard.calls).toEqual([['K7-QM-42']]);
    shown.find(LoadingButton).trigger('onClick');
    await shown.waitFor(() => expect(onSignedIn).toHaveBeenCalledTimes(1));
    expect(backend.session).toBe('a-session');
    expect(backend.inputsOf('signIn')).toEqual([
      { email: 'ana@example.com', code: null },
      { email: 'ana@example.com', code: 'K7-QM-42' },
    ]);
  });

  it('says that the record does not hold the code yet, and takes no session', async () => {
    const { backend, onSignedIn, shown } = show(() => asked);
    shown.find(LoadingButton).trigger('onClick');
    await shown.waitFor(() => shown.find(Link));
    shown.find(LoadingButton).trigger('onClick');
    await shown.waitFor(() => shown.find(Alert, { title: 'The record does not hold this code yet' }));
    expect(backend.session).toBeNull();
    expect(onSignedIn).not.toHaveBeenCalled();
  });

  it('keeps the code when nobody answers, and says what to do', async () => {
    const { backend, shown } = show(() => asked);
    shown.find(LoadingButton).trigger('onClick');
    await shown.waitFor(() => shown.find(Link));
    backend.change({ signIn: away() });
    shown.find(LoadingButton).trigger('onClick');
    await shown.waitFor(() => shown.find(Alert, { variant: 'danger' }));
    expect(wordsOf(shown.find(Alert, { variant: 'danger' }))).toContain('Try again in a moment.');
    expect(wordsOf(shown.getRootNode())).toContain('K7-QM-42');
  });

  it('asks for the address that is typed', async () => {
    const { backend, shown } = show(() => asked);
    shown.find(Input).trigger('onInput', ' ben@example.com ' as never);
    shown.find(LoadingButton).trigger('onClick');
    await shown.waitFor(() => shown.find(Link));
    expect(backend.inputsOf('signIn')).toEqual([{ email: 'ben@example.com', code: null }]);
  });
});
