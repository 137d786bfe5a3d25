import { hubspot } from '@hubspot/ui-extensions';
import { RecordParts } from './record.tsx';

hubspot.extend<'crm.record.tab'>(() => <RecordParts />);
