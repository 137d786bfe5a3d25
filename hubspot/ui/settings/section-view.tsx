import type { ReactNode } from 'react';
import { LearningSection } from '../learning/learning-section.tsx';
import { PublishSection } from './publishing/publish-section.tsx';
import { AccessSection } from './sections/access-section.tsx';
import { HistorySection } from './sections/history-section.tsx';
import { MatrixSection } from './sections/matrix-section.tsx';
import { ModeSection } from './sections/mode-section.tsx';
import { OverviewSection } from './sections/overview-section.tsx';
import { HoursSection, PeopleSection } from './sections/people-sections.tsx';
import {
  PhrasesSection,
  QuestionsSection,
  ScoreSection,
  SignalsSection,
  TablesSection,
} from './sections/points-sections.tsx';
import { ExperimentsSection, OptionsSection } from './sections/portal-sections.tsx';
import { RemoveSection } from './sections/remove-section.tsx';
import {
  DestinationsSection,
  GuardsSection,
  InquirySection,
  TerritoriesSection,
  TiersSection,
} from './sections/routing-sections.tsx';
import { RulesSection } from './sections/rules-section.tsx';
import { SourcesSection } from './sections/sources-section.tsx';
import { PoolsSection, PromisesSection } from './sections/team-sections.tsx';
import { ThresholdsSection } from './sections/thresholds-section.tsx';

/** The section of a name. Only the one that is looked at is drawn, and asks the backend. */
export function SectionView({ section, portalId }: { readonly section: string; readonly portalId: number }): ReactNode {
  switch (section) {
    case 'publish':
      return <PublishSection portalId={portalId} />;
    case 'mode':
      return <ModeSection />;
    case 'rules':
      return <RulesSection />;
    case 'guards':
      return <GuardsSection />;
    case 'inquiries':
      return <InquirySection />;
    case 'matrix':
      return <MatrixSection />;
    case 'destinations':
      return <DestinationsSection />;
    case 'territories':
      return <TerritoriesSection />;
    case 'tiers':
      return <TiersSection />;
    case 'pools':
      return <PoolsSection />;
    case 'promises':
      return <PromisesSection />;
    case 'people':
      return <PeopleSection />;
    case 'hours':
      return <HoursSection />;
    case 'fit':
    case 'engagement':
    case 'intent':
    case 'capacity':
      return <ScoreSection key={section} axis={section} />;
    case 'signals':
      return <SignalsSection />;
    case 'phrases':
      return <PhrasesSection />;
    case 'questions':
      return <QuestionsSection />;
    case 'learn':
      return <LearningSection portalId={portalId} />;
    case 'thresholds':
      return <ThresholdsSection />;
    case 'tables':
      return <TablesSection />;
    case 'sources':
      return <SourcesSection />;
    case 'options':
      return <OptionsSection />;
    case 'experiments':
      return <ExperimentsSection />;
    case 'access':
      return <AccessSection />;
    case 'remove':
      return <RemoveSection />;
    case 'history':
      return <HistorySection />;
    default:
      return <OverviewSection />;
  }
}
