import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { Skipped, root, run, scratch } from './check.mjs';
import { tool } from './tools.mjs';

/** What the official validator has to say about a file at Error or Warning. Its exit code says nothing. */
export function findings(file) {
  // Installed without scripts, so nobody has made it executable; and its .js wrapper hands a ';' to a shell.
  const validator = tool('@microsoft/sarif-multitool-linux/Sarif.Multitool');
  fs.chmodSync(validator, 0o755);
  const report = path.join(scratch('sarif'), 'validated.sarif');
  const { output } = run(validator, ['validate', file, '--output', report, '--rule-kind', 'Sarif;Ghas', '--level', 'Error;Warning'], { env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' } });
  assert.ok(fs.existsSync(report), `the validator wrote no report\n${output}`);
  const [only] = JSON.parse(fs.readFileSync(report, 'utf8')).runs;
  const notes = (only.invocations ?? []).flatMap(one => [...(one.toolExecutionNotifications ?? []), ...(one.toolConfigurationNotifications ?? [])]).filter(one => one.level === 'error');
  return [...only.results.map(one => `${one.ruleId} ${JSON.stringify(one.message.arguments ?? one.message.text)} at ${JSON.stringify(one.locations?.[0]?.physicalLocation?.region ?? {})}`), ...notes.map(one => one.message.text)];
}

function golden(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return ['bin', 'obj', 'TestResults'].includes(entry.name) ? [] : golden(full);
    return entry.name.endsWith('.sarif') && !entry.name.includes('.received.') ? [full] : [];
  });
}

export const checks = [
  ['sarif: the validator finds what is wrong', () => {
    const broken = path.join(scratch('broken'), 'broken.sarif');
    fs.writeFileSync(broken, JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, results: [{ message: { text: 'x' } }] }] }));
    assert.notDeepEqual(findings(broken), []);
  }],
  ['sarif: golden files', () => {
    const files = golden(path.join(root, 'tests'));
    if (files.length === 0) throw new Skipped('there is none yet');
    assert.deepEqual(files.flatMap(file => findings(file).map(one => `${path.relative(root, file)}: ${one}`)), []);
  }],
];
