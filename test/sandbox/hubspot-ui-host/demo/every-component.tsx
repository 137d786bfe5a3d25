import { Flex, Heading, hubspot } from '@hubspot/ui-extensions';
import { Actions } from './actions.tsx';
import { Figures } from './figures.tsx';
import { Inputs } from './inputs.tsx';
import { RecordParts } from './record.tsx';

hubspot.extend<'crm.record.tab'>(() => (
  <Flex direction="column" gap="xl">
    <Heading>Record</Heading>
    <RecordParts />
    <Heading>Actions</Heading>
    <Actions />
    <Heading>Inputs</Heading>
    <Inputs />
    <Heading>Figures</Heading>
    <Figures />
  </Flex>
));
