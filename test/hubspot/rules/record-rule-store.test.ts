import { partProperty } from '../../../hubspot/handlers/rules/revision-properties.ts';
import { RecordRuleStore } from '../../../hubspot/handlers/rules/record-rule-store.ts';
import { MemoryCrm } from '../memory-crm.ts';
import { PickyPortal } from './picky-portal.ts';
import { ruleStoreContract, type StoreUnderTest } from './rule-store-contract.ts';

function portalOf(crm: MemoryCrm): StoreUnderTest {
  return {
    open: () => new RecordRuleStore(crm),
    calls: () => crm.calls,
    spoilText: ({ hash }) => {
      const id = crm.idsOf('sbx_revision').find((each) => crm.valueOf('sbx_revision', each, 'sbx_hash') === hash)!;
      const part = crm.valueOf('sbx_revision', id, partProperty(1))!;
      crm.change(
        'sbx_revision',
        id,
        { [partProperty(1)]: part.replace('Starter', 'Started') },
        { sourceType: 'CRM_UI' },
      );
      return Promise.resolve();
    },
  };
}

ruleStoreContract('records', () => portalOf(new MemoryCrm()));
ruleStoreContract('records of a picky portal', () => portalOf(new PickyPortal()));
