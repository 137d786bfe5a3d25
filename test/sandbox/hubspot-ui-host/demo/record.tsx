import { useEffect, useState } from 'react';
import {
  Button,
  Flex,
  Text,
  formatCrmProperties,
  useCrmSearch,
  useExtensionActions,
  useExtensionApi,
  useExtensionContext,
} from '@hubspot/ui-extensions';
import {
  CrmActionButton,
  CrmActionLink,
  CrmPropertyList,
  CrmReport,
  useAssociations,
  useCrmProperties,
} from '@hubspot/ui-extensions/crm';
import { hear, heard } from './heard.ts';

/** Everything that reads the record. */
export function RecordParts() {
  const context = useExtensionContext<'crm.record.tab'>();
  const { runServerlessFunction } = useExtensionApi<'crm.record.tab'>();
  const { fetchCrmObjectProperties, refreshObjectProperties, onCrmPropertiesUpdate } =
    useExtensionActions<'crm.record.tab'>();
  const own = useCrmProperties(['email', 'fit_score']);
  const companies = useAssociations({ toObjectType: '0-2', properties: ['name'], pageLength: 1 });
  const rules = useCrmSearch({ objectType: '2-77', properties: ['sentence'], query: 'east' });
  const [fetched, setFetched] = useState('');
  useEffect(() => {
    onCrmPropertiesUpdate(['email'], hear('onCrmPropertiesUpdate'));
  }, []);
  return (
    <Flex direction="column" gap="sm">
      <Text>
        {context.user.firstName} looks at {context.crm.objectTypeId}/{context.crm.objectId} at {context.location}.
      </Text>
      <Text>
        Own:{' '}
        {own.isLoading
          ? 'loading'
          : (own.error?.message ?? `${own.properties['email']} ${own.properties['fit_score']}`)}
      </Text>
      <Text>Companies: {companies.results.map((each) => each.properties['name']).join(', ')}</Text>
      <Button disabled={!companies.pagination.hasNextPage} onClick={() => companies.pagination.nextPage()}>
        Next company
      </Button>
      <Text>
        Rules: {rules.error?.message ?? `${rules.total} ${rules.results.map((each) => each.objectId).join(', ')}`}
      </Text>
      <Button onClick={async () => setFetched(JSON.stringify(await fetchCrmObjectProperties('*')))}>Fetch all</Button>
      <Text>All: {fetched}</Text>
      <Button onClick={() => refreshObjectProperties()}>Refresh</Button>
      <Button
        onClick={async () => {
          heard('formatted', await formatCrmProperties({ properties: { amount: '12' }, objectType: '0-3' }));
          heard('runServerlessFunction', await runServerlessFunction({ name: 'missing' }));
        }}
      >
        Format
      </Button>
      <CrmPropertyList properties={['email', 'fit_score']} direction="row" />
      <CrmActionButton
        actionType="ADD_NOTE"
        actionContext={{ objectTypeId: '0-1', objectId: 501 }}
        onClick={hear('CrmActionButton')}
      >
        Add a note
      </CrmActionButton>
      <CrmActionLink
        actionType="SEND_EMAIL"
        actionContext={{ objectTypeId: '0-1', objectId: 501 }}
        onClick={hear('CrmActionLink')}
      >
        Send mail
      </CrmActionLink>
      <CrmReport reportId="1" />
    </Flex>
  );
}
