import type { ReactNode } from 'react';
import type { EmptyStateProps, IllustrationProps } from '@hubspot/ui-extensions';

export type DrawingName = IllustrationProps['name'] | NonNullable<EmptyStateProps['imageName']>;

/** Drawings of our own: one shape for each kind of thing; HubSpot's pictures are HubSpot's. */
const shapes = {
  chart: 'M24 96V60h16v36M52 96V36h16v60M80 96V48h16v48M16 96h88',
  lock: 'M40 56V42a20 20 0 0 1 40 0v14M32 56h56v40H32zM60 70v12',
  open: 'M40 56V42a20 20 0 0 1 38-9M32 56h56v40H32zM60 70v12',
  person: 'M60 58a18 18 0 1 0 0-36 18 18 0 0 0 0 36M24 98a36 30 0 0 1 72 0',
  building: 'M36 98V26h32v72M68 98V50h20v48M28 98h68M46 40h12M46 56h12M46 72h12M76 64h4M76 80h4',
  paper: 'M36 20h34l18 18v62H36zM70 20v18h18M48 56h28M48 70h28M48 84h16',
  message: 'M24 30h72v50H60l-18 16V80H24zM40 48h40M40 62h24',
  target: 'M60 96a36 36 0 1 0 0-72 36 36 0 0 0 0 72M60 78a18 18 0 1 0 0-36 18 18 0 0 0 0 36M60 60h.1',
  parts: 'M28 28h26v26H28zM66 28h26v26H66zM28 66h26v26H28zM66 66h26v26H66z',
  trouble: 'M60 24l42 72H18zM60 50v22M60 84v.1',
  hourglass: 'M38 22h44M38 98h44M42 22c0 24 36 28 36 76M78 22c0 24-36 28-36 76',
} as const;

const shapeOf: Readonly<Record<string, keyof typeof shapes>> = {
  lock: 'lock',
  unlock: 'open',
  developerSecurityUpdate: 'lock',
  companies: 'building',
  building: 'building',
  store: 'building',
  storeDisabled: 'building',
  contacts: 'person',
  leads: 'person',
  registration: 'person',
  customerSupport: 'message',
  customerExperience: 'message',
  social: 'message',
  callingSetUp: 'message',
  announcement: 'message',
  emailConfirmation: 'message',
  successfullyConnectedEmail: 'message',
  tickets: 'paper',
  task: 'paper',
  electronicSignature: 'paper',
  electronicSignatureEmptyState: 'paper',
  contentStrategy: 'paper',
  idea: 'target',
  target: 'target',
  missedGoal: 'target',
  deals: 'target',
  object: 'parts',
  multipleObjects: 'parts',
  customObjects: 'parts',
  components: 'parts',
  integrations: 'parts',
  api: 'parts',
  sandboxAddOn: 'parts',
  middlePaneCards: 'parts',
  propertiesSidebar: 'parts',
  sidebar: 'parts',
  errorGeneral: 'trouble',
  cone: 'trouble',
  errorHourglass: 'hourglass',
  meetings: 'hourglass',
};

export function Drawing({ name, alt }: { name: DrawingName; alt?: string }): ReactNode {
  const words = alt === undefined || alt === '' ? { 'aria-hidden': true as const } : { role: 'img', 'aria-label': alt };
  return (
    <svg className="uih-drawing" viewBox="0 0 120 120" {...words}>
      <circle cx="60" cy="60" r="58" className="uih-drawing-ground" />
      <path d={shapes[shapeOf[name] ?? 'chart']} className="uih-drawing-line" />
    </svg>
  );
}
