import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { buildProject } from '../../../hubspot/projects/building/build-project.ts';
import { describeBuild } from '../../../hubspot/projects/building/describe-build.ts';
import { editions, sourcesOf } from '../../../hubspot/projects/building/editions.ts';
import { readFeatures } from '../../../hubspot/projects/building/features.ts';
import { writeProject } from '../../../hubspot/projects/building/write-project.ts';
import { componentRules } from '../../../hubspot/projects/component-types.ts';
import { readProjectFiles } from '../../../hubspot/projects/project-files.ts';
import { importsOf, packageOf } from '../../../hubspot/projects/validate/imports-of.ts';
import { readProject } from '../../../sandbox/hubspot/hub/apps/read-project.ts';
import { buildWithFixtures, sourcesWithFixtures } from './built-projects.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'signalbox-build-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Json = { [key: string]: Json } & Json[] & string;

function json(files: ReadonlyMap<string, string>, file: string): Json {
  return JSON.parse(files.get(file)!) as Json;
}

function metadataOf(files: ReadonlyMap<string, string>): string[] {
  return [...files.keys()].filter((file) => file.endsWith('-hsmeta.json'));
}

describe('a built project', () => {
  test.each(editions)('of the %s edition is the same, byte by byte, whenever it is built', async (edition) => {
    const [one, other] = [await buildWithFixtures({ edition }), await buildWithFixtures({ edition })];
    expect([...other.files]).toEqual([...one.files]);
    expect([...one.files.keys()]).toEqual([...one.files.keys()].sort());
  });

  test.each(editions)('of the %s edition names no folder of the machine that built it', async (edition) => {
    const { files } = await buildWithFixtures({ edition });
    for (const [file, text] of files) expect([file, text.includes(path.resolve('.'))]).toEqual([file, false]);
  });

  test.each(editions)(
    'of the %s edition has each entry point as one module that imports what HubSpot has',
    async (edition) => {
      const { files, bundles } = await buildWithFixtures({ edition });
      const interfaces = bundles.filter(({ file }) => !file.includes('/functions/'));
      expect(interfaces.map(({ file }) => file)).toEqual([
        'src/app/actions/route-selected.js',
        'src/app/cards/company-card.js',
        'src/app/cards/score-card.js',
        'src/app/cards/score-preview.js',
        'src/app/pages/home.js',
        'src/app/settings/settings.js',
      ]);
      for (const { file } of interfaces) {
        const allowed = Object.keys(
          json(files, path.posix.join(path.posix.dirname(file), 'package.json'))['dependencies']!,
        );
        expect(allowed).toEqual(['@hubspot/ui-extensions', 'react']);
        expect(importsOf(files.get(file)!).filter((name) => !allowed.includes(packageOf(name)))).toEqual([]);
        expect(files.get(file)).toMatch(/^export|^import /m);
      }
    },
  );

  test('holds the code of its own edition only', async () => {
    const card = 'src/app/cards/score-card.js';
    const texts = await Promise.all(
      editions.map(async (edition) => (await buildWithFixtures({ edition })).files.get(card)!),
    );
    expect(texts.map((text) => [text.includes('the server answers'), text.includes('the function answers')])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  test.each(editions)('of the %s edition is taken by the stand-in HubSpot', async (edition) => {
    const { files } = await buildWithFixtures({ edition });
    const target = path.join(folder, `taken-${edition}`);
    writeProject(target, files);
    const variables = json(files, 'src/hsprofile.example.json')['variables'] as unknown as Record<string, string>;
    const project = readProject(target, variables);
    expect(project.uids).toHaveLength(metadataOf(files).length);
    expect(project.app.distribution).toBe(edition);
  });

  test('says under which licences the packages inside of its bundles are', async () => {
    const { files } = await buildWithFixtures({ edition: 'private' });
    expect(files.get('licenses.txt')).toMatch(/^fastest-levenshtein 1\.0\.16: MIT$[^]*Permission is hereby granted/m);
    // Nothing of the other edition's fixtures comes from a package.
    expect((await buildWithFixtures({ edition: 'marketplace' })).files.has('licenses.txt')).toBe(false);
  });

  test('has the versions of its packages from the interface itself', async () => {
    const { files } = await buildWithFixtures({ edition: 'private' });
    const of = JSON.parse(readFileSync('hubspot/ui/package.json', 'utf8')) as { dependencies: Record<string, string> };
    for (const name of ['cards', 'settings', 'pages', 'actions']) {
      const { dependencies, type } = json(files, `src/app/${name}/package.json`);
      expect([name, type, dependencies]).toEqual([
        name,
        'module',
        { '@hubspot/ui-extensions': of.dependencies['@hubspot/ui-extensions'], react: of.dependencies['react'] },
      ]);
    }
    expect(json(files, 'src/app/functions/package.json')).not.toHaveProperty('type');
  });

  test('says what it is made of', async () => {
    const text = describeBuild(
      await buildWithFixtures({ edition: 'private', platform: '2026.03', features: ['leads'] }),
      'out/a',
    );
    expect(text).toMatch(/^private edition with leads, platform version 2026\.03: \d+ files in out\/a\n/);
    expect(text).toMatch(/\n {2}src\/app\/functions\/ui\.js +\d+\.\d KB {3}\S/);
    expect(text).toMatch(/\n {2}without route-selected: needs platform version 2026\.09$/);
  });
});

describe('a built function', () => {
  test.each([
    ['ui', '3: one two, 5: three'],
    ['action', '3: one two, 5: three'],
    ['endpoint', '5: three'],
  ])('%s runs by itself, as HubSpot starts it', async (name, groups) => {
    const { files } = await buildWithFixtures({ edition: 'private' });
    const file = path.join(folder, `${name}.js`);
    writeFileSync(file, files.get(`src/app/functions/${name}.js`)!);
    const { main } = createRequire(file)(file) as { main: (context: object) => Promise<object> };
    expect(await main({ parameters: { words: ['one', 'two', 'three'] } })).toEqual({
      from: name,
      groups: groups,
    });
  });

  test('runs where the engine does not group by itself', async () => {
    const { files } = await buildWithFixtures({ edition: 'private' });
    const file = path.join(folder, 'old.js');
    writeFileSync(file, `delete Map.groupBy;\n${files.get('src/app/functions/ui.js')!}`);
    const script = `require(${JSON.stringify(file)}).main({ parameters: { words: ['a', 'bc', 'd'] } }).then((answer) => console.log(answer.groups))`;
    expect(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })).toBe('1: a d, 2: bc\n');
  });
});

describe('what was asked for', () => {
  test('is left out below the platform version that brought it', async () => {
    for (const edition of editions) {
      const older = await buildWithFixtures({ edition, platform: '2026.03' });
      const newer = await buildWithFixtures({ edition });
      expect(json(older.files, 'hsproject.json')['platformVersion']).toBe('2026.03');
      const missing = [...newer.files.keys()].filter((file) => !older.files.has(file));
      expect(missing).toEqual([
        'src/app/actions/package.json',
        'src/app/actions/route-selected-hsmeta.json',
        'src/app/actions/route-selected.js',
      ]);
      expect([...older.files.keys()].filter((file) => !newer.files.has(file))).toEqual([]);
    }
  });

  test('is a component less', async () => {
    const { files, leftOut } = await buildWithFixtures({ edition: 'private', without: ['endpoint'] });
    expect(leftOut).toEqual([{ name: 'endpoint', why: 'as asked' }]);
    expect([...files.keys()].filter((file) => file.includes('endpoint'))).toEqual([]);
    expect(files.has('src/app/functions/ui.js')).toBe(true);
  });

  test('is off unless it is named', async () => {
    for (const edition of editions) {
      const features = readFeatures(sourcesOf(edition)).map(({ name }) => name);
      const bare = await buildWithFixtures({ edition });
      for (const feature of features) {
        const { files } = await buildWithFixtures({ edition, features: [feature] });
        const changed = [...files].filter(([file, text]) => bare.files.get(file) !== text).map(([file]) => file);
        expect([feature, changed.length > 0]).toEqual([feature, true]);
        // Whatever a feature adds, it takes nothing away.
        expect([...bare.files.keys()].filter((file) => !files.has(file))).toEqual([]);
      }
    }
  });

  test('brings its scopes, variables and secrets along', async () => {
    const { files } = await buildWithFixtures({ edition: 'private', features: ['leads', 'webhooks'] });
    const { requiredScopes } = json(files, 'src/app/app-hsmeta.json')['config']!['auth']!;
    const { requiredScopes: ofFeature } = JSON.parse(
      readFileSync('hubspot/private-app/profiles/leads/profile.json', 'utf8'),
    ) as { requiredScopes: string[] };
    expect(ofFeature.length).toBeGreaterThan(0);
    expect([...requiredScopes!].slice(-ofFeature.length)).toEqual(ofFeature);
    expect(json(files, 'src/hsprofile.example.json')['variables']).toHaveProperty('SITE_ORIGIN');
    expect(json(files, 'src/app/functions/endpoint-hsmeta.json')['config']!['secretKeys']).toContain(
      'SIGNALBOX_CLIENT_SECRET',
    );
    expect(files.has('src/app/cards/lead-card-hsmeta.json')).toBe(true);
  });

  test.each([
    ['HSB003', 'agent-tool', { features: ['agent-tols'] }, 'marketplace'],
    ['HSB003', 'leads, webhooks', { features: ['app-object'] }, 'private'],
    ['HSB004', 'endpoint', { without: ['endpiont'] }, 'private'],
    ['HSB004', 'Take endpoint out of --without', { without: ['endpoint'], features: ['webhooks'] }, 'private'],
    ['HSB004', 'company-card', { without: ['app'] }, 'marketplace'],
  ] as const)(
    'is refused with %s where it makes no sense, and %s is proposed',
    async (code, next, options, edition) => {
      await expect(buildWithFixtures({ edition, ...options })).rejects.toMatchObject({
        code: code,
        next: expect.stringContaining(next),
      });
    },
  );

  test('fails with HSB010 for an entry point without a source', async () => {
    const sources = { ...sourcesWithFixtures('private'), functions: path.join(folder, 'nothing') };
    const options = { edition: 'private', platform: '2026.09', features: [], without: [], site: null } as const;
    await expect(buildProject(options, sources)).rejects.toMatchObject({ code: 'HSB010' });
  });

  test('fails with HSB011 for code that needs what HubSpot does not have, and says where', async () => {
    writeFileSync(
      path.join(folder, 'score-card.tsx'),
      "import { readFileSync } from 'node:fs';\nconsole.log(readFileSync);\n",
    );
    const sources = { ...sourcesWithFixtures('marketplace'), interfaces: folder };
    const without = ['score-preview', 'company-card', 'settings', 'home', 'route-selected'];
    const options = {
      edition: 'marketplace',
      platform: '2026.09',
      features: [],
      without: without,
      site: null,
    } as const;
    await expect(buildProject(options, sources)).rejects.toMatchObject({
      code: 'HSB011',
      message: expect.stringMatching(/score-card\.tsx:1 .*node:fs/s),
    });
  });
});

describe('the step of a workflow', () => {
  const withStep = { ...sourcesWithFixtures('private'), customCode: sourcesOf('private').customCode };
  const options = { edition: 'private', platform: '2026.09', features: [], without: [] } as const;

  test('asks the endpoint of the site that was named, and says what has to be pasted beside it', async () => {
    const { files } = await buildProject({ ...options, site: 'https://www.example.com' }, withStep);
    expect(files.get('custom-code/call-endpoint.js')).toContain('https://www.example.com/hs/serverless/signalbox');
    expect(files.get('custom-code/README.md')).toMatch(/`SIGNALBOX_ENDPOINT_KEY`: /);
    expect(files.has('custom-code/decide-here.js')).toBe(false);
  });

  test('decides by itself where no site was named, whether or not there is an endpoint', async () => {
    const { files, customCode } = await buildProject({ ...options, without: ['endpoint'], site: null }, withStep);
    expect(customCode?.form).toBe('whole');
    expect(files.get('custom-code/decide-here.js')).toBe(customCode?.code);
    expect(files.get('custom-code/README.md')).toMatch(/`PRIVATE_APP_ACCESS_TOKEN`: /);
  });

  test('is refused with HSB004 where it would ask an endpoint that is left out', async () => {
    const asked = { ...options, without: ['endpoint'], site: 'https://www.example.com' };
    await expect(buildProject(asked, withStep)).rejects.toMatchObject({ code: 'HSB004' });
  });
});

describe('writing a project', () => {
  test('keeps what people put there, and removes what is no longer built', async () => {
    const target = path.join(folder, 'kept');
    const whole = await buildWithFixtures({ edition: 'private' });
    writeProject(target, whole.files);
    const theirs = [
      'src/hsprofile.production.json',
      'src/app/local.json',
      'src/app/cards/package-lock.json',
      'src/app/functions/.env',
    ];
    for (const file of theirs) writeFileSync(path.join(target, file), '{}');
    const less = await buildWithFixtures({ edition: 'private', without: ['endpoint'] });
    writeProject(target, less.files);
    expect([...readProjectFiles(target).keys()].sort()).toEqual([...less.files.keys(), ...theirs].sort());
    expect(new Map([...readProjectFiles(target)].filter(([file]) => !theirs.includes(file)))).toEqual(less.files);
  });

  test('never writes over something else', async () => {
    const target = path.join(folder, 'other');
    writeProject(target, new Map([['hsproject.json', '{ "name": "theirs" }']]));
    const { files } = await buildWithFixtures({ edition: 'private' });
    expect(() => writeProject(target, files)).toThrow(expect.objectContaining({ code: 'HSB006' }));
    expect(existsSync(path.join(target, 'src'))).toBe(false);
  });
});

test('both editions have the same metadata but for what makes them editions', async () => {
  const [marketplace, own] = await Promise.all(editions.map((edition) => buildWithFixtures({ edition })));
  const shared = metadataOf(marketplace!.files).filter((file) => own!.files.has(file));
  expect(shared.filter((file) => marketplace!.files.get(file) !== own!.files.get(file))).toEqual([
    'src/app/app-hsmeta.json',
  ]);
  const folders = new Set(shared.map((file) => path.posix.dirname(file).replace('src/', '')));
  const types = ['card', 'settings', 'page', 'crm-bulk-action'] as const;
  expect(types.filter((type) => !folders.has(componentRules[type].folder))).toEqual([]);
});
