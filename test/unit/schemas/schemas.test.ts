import { allRules } from '../../../server/src/rules/all.ts';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';
import { schemaFiles, schemaFolder } from '../../../scripts/generate-schemas.ts';
import { registerSchema } from '../../../server/src/actors/register-schema.ts';
import { readRegister } from '../../../server/src/actors/register.ts';
import { frontMatterSchema } from '../../../server/src/facts/front-matter-schema.ts';
import { readFrontMatter } from '../../../server/src/facts/front-matter.ts';
import { parseYaml, plainData } from '../../../server/src/yaml/read-yaml.ts';
import { readProject } from '../../../server/src/workspace/project-file.ts';
import { projectSchema } from '../../../server/src/workspace/project-schema.ts';

const rules = [{ code: 'claim-open', severity: 'hint', title: 'An open claim' }] as const;

function compiled(schema: object): ValidateFunction {
  const ajv = new Ajv({
    strict: true,
    strictRequired: false,
    allErrors: true,
    allowUnionTypes: true,
    validateFormats: false,
  });
  ajv.addVocabulary(['enumDescriptions']);
  return ajv.compile(schema);
}

const kinds = {
  project: {
    validate: compiled(projectSchema(rules)),
    problems: (text: string) => readProject(text, { ruleCodes: rules.map(({ code }) => code) }).problems,
  },
  register: { validate: compiled(registerSchema()), problems: (text: string) => readRegister(text).problems },
  'front matter': {
    validate: compiled(frontMatterSchema()),
    problems: (text: string) => readFrontMatter(`---\n${text}\n---\n`)?.problems ?? [],
  },
};

/** What schema and reader must both take, and what both must refuse. */
const cases: Record<keyof typeof kinds, { right: string[]; wrong: string[] }> = {
  project: {
    right: [
      '# nothing',
      'bibliography: a.bib',
      'bibliography: [a.bib, "*.json"]\ncsl: apa.csl\nactors: [a.yaml]\ninclude: ["**"]\nexclude: []',
      'sources: {a.md: lin1998}\nplaces: {A: B}',
      'properties: {a: {type: quantity, unit: person, tolerance: 5%}, b: {type: quantity, tolerance: 0.05}}',
      'properties: {a: {type: choice, of: [x, y, 3], many: true, contrary: [[x, y]]}, b: {type: text}}',
      'rules: {claim-open: off}',
    ],
    wrong: [
      'bibliograpy: a.bib',
      'bibliography: {a: b}',
      'csl: [a, b]',
      'sources: [a.md]',
      'properties: {a: {type: choise}}',
      'properties: {a: {of: [x]}}',
      'properties: {a: {type: choice}}',
      'properties: {a: {type: boolean, unit: person}}',
      'properties: {a: {type: quantity, of: [x]}}',
      'properties: {a: {type: quantity, tolerance: 5}}',
      'properties: {a: {type: quantity, tolerance: some}}',
      'properties: {a: {type: choice, of: [x, y], many: true, contrary: [[x]]}}',
      'properties: {a: {type: choice, of: [x, y], many: maybe}}',
      'properties: {a: boolean}',
      'rules: {claim-open: warn}',
      'rules: {claim-opne: error}',
      '- a',
      'words',
    ],
  },
  register: {
    right: [
      '# nobody yet',
      'a:',
      'a: {name: Guild, aliases: [G, 行会], kind: guild, active: 1925/.., place: Lyon, summary: "So: it is."}',
      'a: {name: 1984, active: 1984, cite: "[@a, p. 3]", relations: {led-by: [b], part-of: c}}',
      'a: {aliases: G, same-as: "https://example.org", works: [lin1998]}',
    ],
    wrong: [
      'a: {nme: Guild}',
      'a: {name: [Guild]}',
      'a: {aliases: {b: c}}',
      'a: {relations: [b]}',
      'a: {cite: [a, b]}',
      'a: Guild',
      'two words: {}',
      '- name: Guild',
    ],
  },
  'front matter': {
    right: [
      '# nothing',
      'title: Words\nlang: zh-Hans\nsource: lin1998\nbibliography: a.bib\ncsl: a.csl\nparams: {x: [1]}',
      'bibliography: [a.bib, b.bib]\nnocite: "@*"\nreferences: [{id: a, type: book}]',
      'bibliography: {main: a.bib}',
    ],
    wrong: [
      'source: [a, b]',
      'references: words',
      'references: [{title: A}]',
      'csl: {a: b}',
      'words',
      'bibliography: [[a]]',
    ],
  },
};

describe('the JSON Schemas', () => {
  for (const [kind, { right, wrong }] of Object.entries(cases)) {
    const { validate, problems } = kinds[kind as keyof typeof kinds];
    it(`takes what the reader of a ${kind} takes`, () => {
      for (const text of right) {
        assert.deepEqual(problems(text), [], text);
        assert.ok(validate(plainData(parseYaml(text).root)), `${text}: ${JSON.stringify(validate.errors)}`);
      }
    });
    it(`refuses what the reader of a ${kind} reports`, () => {
      for (const text of wrong) {
        assert.notDeepEqual(problems(text), [], text);
        assert.ok(!validate(plainData(parseYaml(text).root)), text);
      }
    });
  }

  it('knows any rule where none are told', () => {
    const validate = compiled(projectSchema());
    assert.ok(validate({ rules: { 'some-rule': 'hint' } }));
    assert.ok(!validate({ rules: { 'some-rule': 'loud' } }));
  });

  it('tells of every key what it is', () => {
    for (const [name, text] of schemaFiles(rules)) {
      const schema = JSON.parse(text) as { additionalProperties?: object; properties?: object };
      const properties =
        schema.properties ?? (schema.additionalProperties as { properties: object }).properties;
      for (const [key, { title, description }] of Object.entries(properties) as [
        string,
        Record<string, string>,
      ][])
        assert.ok(title && description?.endsWith('.'), `${name}: ${key}`);
    }
  });

  it('are shipped, and bound to no file: beside another extension all would be told twice', () => {
    const root = path.join(schemaFolder, '../..');
    const { contributes } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      contributes: Record<string, unknown>;
    };
    for (const point of ['yamlValidation', 'jsonValidation']) assert.equal(contributes[point], undefined);
    assert.ok(schemaFiles(rules).has('actors.schema.json'));
    assert.match(readFileSync(path.join(root, '.vscodeignore'), 'utf8'), /^!docs\/schema\/\*\*$/m);
  });

  it('is fresh in docs/schema (else: npm run generate)', () => {
    for (const [name, text] of schemaFiles(allRules))
      assert.equal(readFileSync(path.join(schemaFolder, name), 'utf8'), text, name);
  });
});
