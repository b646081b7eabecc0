import fs from 'node:fs';
import path from 'node:path';
import { must, root } from './check.mjs';

const folder = 'tests/AzureTask';

export const checks = [
  ['launcher: its tests', () => {
    const files = fs.readdirSync(path.join(root, folder)).filter(file => file.endsWith('.test.js')).map(file => `${folder}/${file}`);
    const output = must(process.execPath, ['--test', '--test-reporter=tap', ...files]);
    // The runner is content with no test at all.
    if (!/^# pass [1-9]/m.test(output)) throw new Error(`no test ran\n${output}`);
  }],
  ['launcher: no dependency', () => {
    const sources = fs.readdirSync(path.join(root, 'src/AzureTask')).filter(file => file.endsWith('.js'));
    const foreign = sources.flatMap(file => [...fs.readFileSync(path.join(root, 'src/AzureTask', file), 'utf8').matchAll(/require\('([^']+)'\)/g)].map(([, name]) => `${file}: ${name}`).filter(one => !/: (node:|\.\/)/.test(one)));
    if (sources.length === 0 || foreign.length) throw new Error(`${sources.length} sources, foreign modules: ${foreign.join(', ')}`);
  }],
];
