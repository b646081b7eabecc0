import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Skipped, must, read, root, run, scratch } from './check.mjs';
import { tool } from './tools.mjs';

/** Azure's schema is not ours to ship. */
const schema = path.join(root, '..', 'shared', 'schemas', 'tasks.schema.json');

export const checks = [
  ["task.json: Azure's schema", () => {
    if (!fs.existsSync(schema)) throw new Skipped('no schema beside the checkout');
    const require = createRequire(import.meta.url);
    const Ajv = require(tool('ajv'));
    const ajv = new Ajv({ schemaId: 'auto', allErrors: true, meta: false, logger: false });
    ajv.addMetaSchema(require(tool('ajv/lib/refs/json-schema-draft-04.json')));
    const { $schema, ...rules } = JSON.parse(fs.readFileSync(schema, 'utf8'));
    const { $schema: mine, ...task } = JSON.parse(read('task.json'));
    assert.equal(typeof mine, 'string');
    assert.ok(ajv.validate({ $schema: 'http://json-schema.org/draft-04/schema#', ...rules }, task), ajv.errorsText());
  }],
  ['extension: packaged without a warning', () => {
    const staged = scratch('extension');
    const out = scratch('vsix');
    must('eng/stage-extension', [staged]);
    const { status, output } = run(process.execPath, [tool('tfx-cli/_build/tfx-cli.js'), 'extension', 'create', '--root', staged, '--manifest-globs', 'vss-extension.json', '--output-path', out, '--no-color', '--no-prompt']);
    // A task.json that the service will refuse is a mere warning, with exit code 0.
    assert.ok(status === 0 && !/warning:/i.test(output), `exit ${status}\n${output}`);
    const package_ = fs.readdirSync(out).filter(file => file.endsWith('.vsix'));
    assert.equal(package_.length, 1);
    const { target } = JSON.parse(fs.readFileSync(path.join(staged, 'MskPrecheck/task.json'), 'utf8')).execution.Node20_1;
    assert.ok(fs.existsSync(path.join(staged, 'MskPrecheck', target)), `${target} is in the package`);
  }],
];
