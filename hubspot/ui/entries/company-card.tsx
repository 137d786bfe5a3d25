import { hubspot } from '@hubspot/ui-extensions';
import { CompanyCard } from '../company-card/company-card.tsx';

// It shows what stands on the contacts, and asks no backend.
hubspot.extend<'crm.record.tab'>(({ context }) => <CompanyCard context={context} />);
