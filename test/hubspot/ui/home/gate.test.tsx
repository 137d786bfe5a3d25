import { describe, expect, it } from '@jest/globals';
import { Input, Select } from '@hubspot/ui-extensions';
import type { Right } from '../../../../hubspot/handlers/ui/right.ts';
import type { AccessForm } from '../../../../hubspot/handlers/ui/ui-forms.ts';
import { finishedPortal } from '../states/home-states.ts';
import { refusal } from './refusal.ts';
import { ScriptedBackend } from './scripted-backend.ts';
import { showPages } from './show-pages.tsx';
import { standStill } from './stand-still.ts';
import { noon, StarterPortal } from './starter-portal.ts';

standStill();

function callerWith(rights: Right[], more: Partial<AccessForm> = {}): AccessForm {
  return {
    edition: 'marketplace',
    email: 'ops@example.com',
    rights,
    isWorker: false,
    isAdmin: false,
    isSignInNeeded: false,
    ...more,
  };
}

const emptyStatus = {
  isPrepared: true,
  mode: 'live',
  live: null,
  waitingLeads: 0,
  oldestWaitingSince: null,
  dueEffects: 0,
  lastDecidedAt: null,
  openAlerts: 0,
  missingScopes: [],
};

describe('who may see what', () => {
  it('tells somebody without the right to read whom to ask, and asks nothing else', async () => {
    const backend = new ScriptedBackend({ ...new StarterPortal().script(), access: callerWith([]) });
    const shown = showPages(backend);
    await shown.says('You may not read the rules of this portal');
    expect(shown.words()).toContain('Ask whoever installed Signalbox');
    expect(backend.asked.map(({ name }) => name)).toEqual(['access']);
  });

  it('lets somebody who may only read look at every editor and change nothing', async () => {
    const backend = new ScriptedBackend({ ...new StarterPortal().script(), access: callerWith(['read']) });
    const shown = showPages(backend);
    await shown.says('You may look at this and not change it');
    expect(shown.renderer.findAll(Select).map(({ props }) => props.readOnly)).not.toContain(false);
    expect(shown.words()).not.toContain('Add to the team');
    shown.press('Map the fields');
    await shown.says('known for 9 of 100');
    expect(shown.isOffered('Change employees')).toBe(false);
    shown.press('Choose a mode');
    expect(shown.words()).toContain('You may not publish');
    expect(shown.isOffered('See what will happen')).toBe(false);
  });

  it('does not let somebody publish who may only edit', async () => {
    const backend = new ScriptedBackend({ ...new StarterPortal().script(), access: callerWith(['read', 'edit']) });
    const shown = showPages(backend);
    await shown.says('Save the team');
    shown.press('Choose a mode');
    expect(shown.words()).toContain('You may not publish');
  });

  it('asks who it is where HubSpot has yet to confirm it, and goes on after', async () => {
    const portal = new StarterPortal();
    const backend = new ScriptedBackend(
      {
        ...portal.script(),
        access: callerWith([], { edition: 'private', isSignInNeeded: true }),
        signIn: { state: 'signedIn', session: 's-1', until: noon + 1 },
      },
      'private',
    );
    const shown = showPages(backend);
    await shown.says('Confirm who you are');
    expect(shown.renderer.find(Input).props.value).toBe(shown.renderer.mocks.context.user.email);
    backend.change({ access: callerWith(['read', 'edit', 'publish'], { edition: 'private' }) });
    shown.press('Get a code');
    await shown.says('From nothing to the first routed lead');
    expect(backend.session).toBe('s-1');
  });

  it('offers to sign in again when the session is over', async () => {
    const backend = new ScriptedBackend(
      {
        ...new StarterPortal().script(),
        access: callerWith(['read'], { edition: 'private' }),
        setup: refusal('HSW030'),
      },
      'private',
    );
    const shown = showPages(backend);
    await shown.says('HubSpot has not confirmed who you are');
    shown.press('Sign in');
    await shown.says('Confirm who you are');
  });

  it('says that nobody answers, and tries again when asked', async () => {
    const backend = new ScriptedBackend({});
    const shown = showPages(backend);
    await shown.says('Signalbox does not answer at the moment.');
    backend.change(new StarterPortal().script());
    shown.press('Try again');
    await shown.says('From nothing to the first routed lead');
  });
});

describe('where the page begins', () => {
  it('is the status once nothing of the first run is to be done', async () => {
    const portal = finishedPortal(noon);
    const backend = new ScriptedBackend({ ...portal.script(), status: emptyStatus, alerts: { alerts: [] } });
    const shown = showPages(backend);
    await shown.says('Nothing needs you.');
    expect(shown.words()).not.toContain('From nothing to the first routed lead');
  });

  it('is the checklist again when a pool has lost its last user', async () => {
    const portal = finishedPortal(noon);
    const [first] = portal.setup().pools;
    portal.others = { ...portal.others, pools: [{ ...first!, membersWithUser: 0 }, ...portal.setup().pools.slice(1)] };
    const shown = showPages(new ScriptedBackend(portal.script()));
    await shown.says(`${first!.label} has nobody who can get leads.`);
  });
});
