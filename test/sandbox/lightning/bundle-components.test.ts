import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it, jest } from '@jest/globals';
import { bundleComponents } from '../../../sandbox/salesforce/lightning/bundle/bundle-components.ts';
import { whyInstall } from '../../../sandbox/salesforce/lightning/install-packages.ts';
import { serveLightning } from '../../../sandbox/salesforce/lightning/serve/serve-lightning.ts';
import { component, removeFolders, writeFiles } from './component-folder.ts';

jest.setTimeout(180_000);
afterAll(removeFolders);

const reason = whyInstall();
if (reason !== null) console.warn(`Lightning components were not bundled: ${reason}.`);

(reason === null ? describe : describe.skip)('the bundle of Lightning components', () => {
  it('is the same folder as long as nothing changes, wherever the project lies', async () => {
    const files = { 'lwc/one/one.js': component(), 'lwc/one/one.html': '<template>One</template>' };
    const first = await bundleComponents({ folder: writeFiles(files) });
    const startedAt = performance.now();
    const second = await bundleComponents({ folder: writeFiles(files) });
    expect(second).toEqual(first);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    const changed = { ...files, 'lwc/one/one.html': '<template>Two</template>' };
    expect((await bundleComponents({ folder: writeFiles(changed) })).componentsFolder).not.toBe(first.componentsFolder);
  });

  it('leaves what the platform gives as an import and writes labels in', async () => {
    const { componentsFolder, names } = await bundleComponents({
      folder: writeFiles({
        'lwc/one/one.js': component("import score from '@salesforce/label/c.Score';\nconsole.log(score);"),
        'lwc/one/one.html': '<template><lightning-card></lightning-card><c-two></c-two></template>',
        'lwc/two/two.js': component(),
        'lwc/two/two.html': '<template></template>',
        'labels/CustomLabels.labels-meta.xml':
          '<CustomLabels><labels><fullName>Score</fullName><value>A &lt; B</value></labels></CustomLabels>',
      }),
    });
    expect(names).toEqual(['one', 'two']);
    const text = readFileSync(path.join(componentsFolder, 'one.js'), 'utf8');
    expect(text).toContain("from 'lightning/card'");
    expect(text).toContain('"A < B"');
    expect(statSync(path.join(componentsFolder, 'one.js')).size).toBeLessThan(10_000);
  });

  const template = { 'lwc/one/one.html': '<template></template>' };
  it.each([
    ['LGT002', 'no component', {}, /no lwc\/<name>\/<name>\.js/],
    ['LGT002', 'a folder without its module', { 'lwc/one/two.js': component() }, /has no one\.js/],
    [
      'LGT002',
      'two components of one name',
      { 'a/lwc/one/one.js': component(), 'b/lwc/one/one.js': component() },
      /two components with the name one/,
    ],
    [
      'LGT003',
      'a module that nothing answers for',
      { ...template, 'lwc/one/one.js': component("import 'lightning/empApi';") },
      /Unsupported: nothing here answers for the module "lightning\/empApi", which one\/one\.js needs/,
    ],
    [
      'LGT003',
      'a base component that is not there',
      { 'lwc/one/one.js': component(), 'lwc/one/one.html': '<template><lightning-crad></lightning-crad></template>' },
      /"lightning\/crad"/,
    ],
    [
      'LGT003',
      'a component of the project that is not there',
      { 'lwc/one/one.js': component(), 'lwc/one/one.html': '<template><c-two></c-two></template>' },
      /"c\/two"/,
    ],
    [
      'LGT003',
      'a label that is not there',
      {
        ...template,
        'lwc/one/one.js': component("import label from '@salesforce/label/c.None';\nconsole.log(label);"),
      },
      /no custom label "None"/,
    ],
    [
      'LGT003',
      'a template that does not compile',
      { 'lwc/one/one.js': component(), 'lwc/one/one.html': '<template>\n<p onclick="a"></p></template>' },
      /lwc\/one\/one\.html:2 /,
    ],
    [
      'LGT003',
      'a name that a module does not export',
      {
        ...template,
        'lwc/one/one.js': component("import { x } from './more';\nconsole.log(x);"),
        'lwc/one/more.js': '',
      },
      /"x" is not exported/,
    ],
  ])('fails with %s for %s', async (code, _situation, files, message) => {
    const failure: Error = await bundleComponents({ folder: writeFiles(files) }).then(
      () => new Error('It was bundled.'),
      (error: Error) => error,
    );
    expect(failure.message).toMatch(new RegExp(`^${code}: [^]+\n {2}Next: .+$`));
    expect(failure.message).toMatch(message);
  });

  it('is not served on a page that names an unknown component', async () => {
    const folder = writeFiles({ ...template, 'lwc/one/one.js': component() });
    const pages = [{ path: '/', title: 'Page', components: [{ name: 'two' }] }];
    await expect(
      serveLightning({ folder, port: 0, pages, answerApex: () => Promise.resolve({ data: null }) }),
    ).rejects.toThrow('LGT004');
  });
});
