import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { PrivateProject } from './private-project.ts';

/** A private app with everything that people can see of one. */
export function projectWithPages(): PrivateProject {
  const project = new PrivateProject(['crm.objects.contacts.read']);
  // HubSpot installs what an extension imports; here it is what this repository has.
  symlinkSync(path.resolve('node_modules'), path.join(project.folder, 'node_modules'), 'dir');
  const add = (folder: string, uid: string, type: string, config: object, code: string): void => {
    project.write(`src/app/${folder}/${uid}.tsx`, code);
    project.write(`src/app/${folder}/${uid}-hsmeta.json`, {
      uid,
      type,
      config: { entrypoint: `/app/${folder}/${uid}.tsx`, ...config },
    });
  };
  const onContacts = { objectTypes: ['CONTACT'] };
  add('cards', 'card', 'card', { name: 'Score', location: 'crm.record.tab', ...onContacts }, card);
  const preview = { name: 'Glance', location: 'crm.preview', ...onContacts };
  add('cards', 'glance', 'card', preview, page('Glance'));
  add('settings', 'settings', 'settings', {}, page('Settings of the app'));
  add('pages', 'home', 'page', {}, page('Home of the app'));
  add('actions', 'route', 'crm-bulk-action', { label: 'Route', objectTypes: ['contacts'] }, bulk);
  project.addFunction(
    'who',
    'exports.main = async ({ parameters, propertiesToSend }) => ({ parameters, propertiesToSend });',
  );
  return project;
}

function page(words: string): string {
  return `import { hubspot, Text } from '@hubspot/ui-extensions';
hubspot.extend(({ context }) => <Text>${words} for {context.user.firstName}</Text>);`;
}

const card = `import { useState } from 'react';
import { Button, hubspot, Text } from '@hubspot/ui-extensions';
import { useCrmProperties } from '@hubspot/ui-extensions/crm';

function Card() {
  const { properties } = useCrmProperties(['lastname']);
  const [answer, setAnswer] = useState('');
  const ask = () =>
    hubspot
      .serverless('who', { parameters: { a: 1 }, propertiesToSend: ['email'] })
      .then((value) => setAnswer(JSON.stringify(value)));
  return (
    <>
      <Text>Lead {properties.lastname}</Text>
      <Button onClick={ask}>Ask</Button>
      <Text>{answer}</Text>
    </>
  );
}

hubspot.extend(() => <Card />);`;

const bulk = `import { hubspot, Text } from '@hubspot/ui-extensions';
hubspot.extend(({ context }) => <Text>Routes {context.crm.objectIds.join(' and ')}</Text>);`;
