import { Button, ErrorState, Flex, Tab, Tabs, Text } from '@hubspot/ui-extensions';
import { useMemo, useState, type ReactNode } from 'react';
import type { AccessForm } from '../../handlers/ui/ui-forms.ts';
import { isSignInNeeded } from '../backend/backend.ts';
import { useCall } from '../backend/use-call.ts';
import type { HereLearner } from '../learning/here-learner.ts';
import { SignIn } from '../sign-in/sign-in.tsx';
import { readerOf, type ReadingContext } from '../words/reader.ts';
import { RefusedNotice } from '../words/refused-notice.tsx';
import { DraftBar } from './draft-bar.tsx';
import { Loading } from './loading.tsx';
import { ConflictView } from './publishing/conflict-view.tsx';
import { groupOf, sectionGroups } from './section-list.ts';
import { SectionView } from './section-view.tsx';
import { useDesk } from './workspace/use-desk.ts';
import { useWorkspace, WithWorkspace, type Place, type Workspace } from './workspace/workspace.ts';

export type SettingsContext = ReadingContext & {
  readonly user: { readonly email: string };
  readonly portal: { readonly id: number };
};

type SettingsPageProps = {
  readonly context: SettingsContext;
  /** What learns in the page; null where the server does. */
  readonly learner?: HereLearner | null;
};

/** The settings of the app: who somebody is decides what they see of the rules. */
export function SettingsPage({ context, learner = null }: SettingsPageProps): ReactNode {
  const access = useCall('access', {});
  if (access.content === null) {
    return access.refused === null ? (
      <Loading what="Signalbox" />
    ) : (
      <Flex direction="column" gap="md" align="start">
        <RefusedNotice refused={access.refused} />
        <Button onClick={access.reload}>Try again</Button>
      </Flex>
    );
  }
  if (access.content.isSignInNeeded) {
    return <SignIn email={context.user.email} onSignedIn={access.reload} />;
  }
  if (!access.content.rights.includes('read')) {
    return <NoRight email={access.content.email} />;
  }
  return <RuleDesk access={access.content} context={context} learner={learner} />;
}

function NoRight({ email }: { readonly email: string | null }): ReactNode {
  return (
    <ErrorState title="The rules are not open to you" type="lock">
      <Text>
        Ask whoever installed Signalbox in this portal, or somebody who may give rights, for the right to read them
        {email === null ? '' : `, and name the address ${email}`}. Your own leads and their reasons are on the cards of
        contacts.
      </Text>
    </ErrorState>
  );
}

type RuleDeskProps = {
  readonly access: AccessForm;
  readonly context: SettingsContext;
  readonly learner: HereLearner | null;
};

/** One draft for all sections, so that nothing is lost by looking around. */
function RuleDesk({ access, context, learner }: RuleDeskProps): ReactNode {
  const { known, ...desk } = useDesk();
  const [place, setPlace] = useState<Place>({ section: 'overview', rowId: null });
  const reader = useMemo(() => readerOf(context), [context]);
  if (known === null) {
    return desk.refused === null ? (
      <Loading what="the rules" />
    ) : (
      <Flex direction="column" gap="md" align="start">
        <RefusedNotice refused={desk.refused} />
        <Button onClick={() => void desk.reload()}>Try again</Button>
      </Flex>
    );
  }
  const workspace: Workspace = {
    ...desk,
    ...known,
    access,
    learner,
    canEdit: access.rights.includes('edit'),
    canPublish: access.rights.includes('publish'),
    canGrant: access.rights.includes('grant'),
    reader,
    place,
    goTo: setPlace,
  };
  const group = groupOf(place.section);
  return (
    <WithWorkspace value={workspace}>
      <Flex direction="column" gap="md">
        <DraftBar />
        {desk.refused !== null && isSignInNeeded(desk.refused) && (
          <SignIn email={context.user.email} onSignedIn={() => void desk.reload()} />
        )}
        {desk.conflict === null ? (
          <Tabs
            selected={group.group}
            onSelectedChange={(chosen: string | number) => {
              const next = sectionGroups.find((each) => each.group === chosen) ?? sectionGroups[0]!;
              setPlace({ section: next.sections[0]!.section, rowId: null });
            }}
          >
            {sectionGroups.map((each) => (
              <Tab key={each.group} tabId={each.group} title={each.title}>
                {each.group === group.group && <SectionTabs portalId={context.portal.id} />}
              </Tab>
            ))}
          </Tabs>
        ) : (
          <ConflictView />
        )}
      </Flex>
    </WithWorkspace>
  );
}

/** The sections of the chosen group. */
function SectionTabs({ portalId }: { readonly portalId: number }): ReactNode {
  const { access, canGrant, place, goTo } = useWorkspace();
  const sections = groupOf(place.section).sections.filter(
    ({ section }) => section !== 'remove' || (access.edition === 'marketplace' && canGrant),
  );
  if (sections.length === 1) return <SectionView section={place.section} portalId={portalId} />;
  return (
    <Tabs
      variant="enclosed"
      selected={place.section}
      onSelectedChange={(chosen: string | number) => goTo({ section: String(chosen), rowId: null })}
    >
      {sections.map(({ section, title }) => (
        <Tab key={section} tabId={section} title={title}>
          {section === place.section && <SectionView section={section} portalId={portalId} />}
        </Tab>
      ))}
    </Tabs>
  );
}
