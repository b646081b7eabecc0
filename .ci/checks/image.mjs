import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { Skipped, root, run, scratch } from './check.mjs';
import { build, engine } from './engine.mjs';
import { onAzure, onGitHub } from './hosts.mjs';
import { findings } from './sarif.mjs';

const outputNames = ['verdict', 'blockerCount', 'warningCount', 'infoCount', 'undeterminedCount', 'sarifFile', 'reportFile', 'summaryFile', 'snapshotFile', 'exitCode'];
const maxMiB = 45;

let building;

/** Builds the image where no check has done so yet; gives what the build said. */
function image() {
  if (building === undefined) {
    building = null;
    building = build();
  }
  if (building === null) throw new Skipped('the image was not built');
  return building;
}

/** The recorded pair that the program carries, as files: { migration.yaml, snapshot.json }. */
function recorded() {
  const names = ['migration.yaml', 'snapshot.json'];
  const folder = fs.readdirSync(path.join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter(entry => entry.name === 'snapshot.json' && !/\/(bin|obj)(\/|$)/.test(entry.parentPath ?? entry.path))
    .map(entry => entry.parentPath ?? entry.path)
    .find(one => names.every(name => fs.existsSync(path.join(one, name))));
  if (!folder) throw new Skipped('the sources hold no recorded pair');
  return Object.fromEntries(names.map(name => [name, fs.readFileSync(path.join(folder, name), 'utf8')]));
}

/** What is true of every file that a run leaves: readable, in one folder, the workspace's owner's. */
function reportsAreInOrder({ written, owner }, names) {
  assert.deepEqual(written.filter(one => !one.folder).map(one => one.name).sort(), names.map(name => `msk-precheck/${name}`).sort());
  assert.deepEqual(written.filter(one => !one.folder && one.mode !== '644'), [], 'files can be read by everyone');
  assert.deepEqual(written.filter(one => one.folder).map(one => `${one.name} ${one.mode}`), ['msk-precheck 755']);
  assert.deepEqual(written.filter(one => one.owner !== owner).map(one => `${one.name} ${one.owner}`), [], `everything belongs to ${owner}`);
  const file = name => written.find(one => one.name === `msk-precheck/${name}`)?.text;
  if (names.includes('msk-precheck.sarif')) {
    const copy = path.join(scratch('run'), 'msk-precheck.sarif');
    fs.writeFileSync(copy, file('msk-precheck.sarif'));
    assert.deepEqual(findings(copy), [], 'the SARIF validator is silent');
  }
  return file;
}

const reports = ['msk-precheck.json', 'msk-precheck.sarif', 'summary.md'];
const count = (text, pattern) => [...text.matchAll(pattern)].length;

/** GitHub's side of a run that looked at a pair of clusters. */
function saidOnGitHub(ran, verdict, exitCode) {
  assert.equal(ran.status, exitCode, ran.output);
  const file = reportsAreInOrder(ran, reports);
  const report = JSON.parse(file('msk-precheck.json'));
  assert.deepEqual(Object.keys(ran.outputs).sort(), [...outputNames].sort());
  assert.deepEqual([ran.outputs.verdict, ran.outputs.exitCode, report.verdict, report.exitCode], [verdict, String(exitCode), verdict, exitCode]);
  assert.equal(report.checks.length, 23);
  for (const [name, level] of [['blockerCount', 'blocker'], ['warningCount', 'warning'], ['infoCount', 'info'], ['undeterminedCount', 'undetermined']]) assert.equal(ran.outputs[name], String(report.counts[level]), name);
  assert.deepEqual([ran.outputs.reportFile, ran.outputs.summaryFile], ['msk-precheck/msk-precheck.json', 'msk-precheck/summary.md']);
  assert.match(ran.outputs.sarifFile, /^(msk-precheck\/msk-precheck\.sarif)?$/);
  assert.ok(ran.summary.length > 200 && ran.summary.length < 900 * 1024, `a summary of ${ran.summary.length} characters`);
  for (const kind of ['error', 'warning', 'notice']) assert.ok(count(ran.output, new RegExp(`^::${kind} `, 'gm')) <= 10, `at most ten ${kind} annotations`);
  const failed = report.checks.filter(one => one.level === 'blocker' && one.outcome === 'failed').map(one => one.code);
  assert.ok(failed.length > 0, 'the pair has blockers');
  for (const code of failed.slice(0, 9)) assert.match(ran.output, new RegExp(`^::error [^:]*title=${code} [^:]*::.`, 'm'), `${code} is annotated`);
  assert.deepEqual([ran.env, ran.left], ['', []], 'no variable is set for later steps, no file left behind');
  assert.doesNotMatch(ran.output, /##vso\[|##\[/);
  return report;
}

export const checks = [
  ['image: built, and not too large', () => {
    const ours = /gzip \d+ MiB \(ours (\d+)\)/.exec(image())?.[1];
    if (engine === 'script') assert.ok(Number(ours) <= maxMiB, `${ours} MiB of ours, at most ${maxMiB}`);
    console.log(`    ${ours ? `${ours} MiB gzip of ours` : 'sizes are measured by the script only'}`);
  }],
  ['image: demo as GitHub runs it', () => {
    image();
    saidOnGitHub(onGitHub({ words: ['demo'] }), 'blocked', 1);
  }],
  ['image: what is shipped says what the sources say', () => {
    image();
    const program = path.join(root, 'src/MskPrecheckAction/bin/Debug/net10.0/msk-precheck');
    if (!fs.existsSync(program)) throw new Skipped('the sources are not built');
    const shipped = onGitHub({ words: ['demo'] });
    const folder = scratch('sources');
    run(program, ['demo', '--out', path.join(folder, 'msk-precheck')], { cwd: folder, env: { PATH: process.env.PATH, HOME: folder, GITHUB_WORKSPACE: folder, MSK_PRECHECK_CI: 'none' } });
    for (const name of reports) assert.equal(shipped.written.find(one => one.name === `msk-precheck/${name}`)?.text, fs.readFileSync(path.join(folder, 'msk-precheck', name), 'utf8'), `${name}: trimming has changed it`);
  }],
  ['image: a replay as GitHub runs it', () => {
    image();
    saidOnGitHub(onGitHub({ files: recorded(), inputs: { snapshot: 'snapshot.json' } }), 'blocked', 1);
  }],
  ['image: a replay that may not fail the job', () => {
    image();
    const ran = onGitHub({ files: recorded(), inputs: { snapshot: 'snapshot.json', failOn: 'never' } });
    assert.deepEqual([ran.status, ran.outputs.exitCode, ran.outputs.verdict], [0, '0', 'blocked'], ran.output);
  }],
  ['image: a replay with every blocker left out, by lines', () => {
    image();
    const files = recorded();
    const inputs = { snapshot: 'snapshot.json' };
    const failing = JSON.parse(onGitHub({ files, inputs }).written.find(one => one.name === 'msk-precheck/msk-precheck.json').text).checks.filter(one => one.level === 'blocker' && ['failed', 'undetermined'].includes(one.outcome)).map(one => one.code);
    const ran = onGitHub({ files, inputs: { ...inputs, skipChecks: `${failing.join('\n')}\n` } });
    assert.deepEqual([ran.status, ran.outputs.verdict], [0, 'ready'], ran.output);
    const skipped = JSON.parse(ran.written.find(one => one.name === 'msk-precheck/msk-precheck.json').text).checks.filter(one => one.outcome === 'skipped').map(one => one.code);
    assert.deepEqual(skipped, failing);
  }],
  ['image: a migration file that is not there', () => {
    image();
    const ran = onGitHub({});
    assert.deepEqual([ran.status, ran.outputs.verdict, ran.outputs.sarifFile], [2, 'invalid', ''], ran.output);
    assert.match(ran.output, /^::error [^\n]*::.*migration\.yaml/m);
  }],
  ['image: a replay as the launcher runs it', () => {
    image();
    const ran = onAzure({ files: recorded(), inputs: { snapshot: 'snapshot.json', skipChecks: 'W01\nW02' } });
    // Exit code 0 whatever the verdict: the agent takes any other for a failure of its own.
    assert.deepEqual([ran.status, ran.result], [0, 'Failed'], ran.output);
    const file = reportsAreInOrder(ran, reports);
    const report = JSON.parse(file('msk-precheck.json'));
    assert.deepEqual(Object.keys(ran.outputs).sort(), [...outputNames].sort());
    assert.deepEqual([ran.outputs.verdict, ran.outputs.exitCode], ['blocked', '1']);
    assert.equal(ran.outputs.reportFile, path.join(ran.workspace, 'msk-precheck/msk-precheck.json'));
    assert.ok(ran.commands.filter(one => one.name === 'task.setvariable').every(one => one.properties.isoutput === 'true'));
    assert.deepEqual(report.checks.filter(one => one.outcome === 'skipped').map(one => one.code), ['W01', 'W02']);
    assert.ok(ran.commands.some(one => one.name === 'task.uploadsummary'), 'the summary is shown');
    assert.deepEqual(ran.missing, [], 'every file that a command names is there on the host');
    for (const type of ['error', 'warning']) assert.ok(ran.commands.filter(one => one.name === 'task.logissue' && one.properties.type === type).length <= 10, `at most ten of ${type}`);
    const codes = ran.commands.filter(one => one.name === 'task.logissue').map(one => one.properties.code);
    for (const one of report.checks.filter(each => each.level === 'blocker' && each.outcome === 'failed').slice(0, 9)) assert.ok(codes.includes(one.code), `${one.code} is logged`);
    assert.doesNotMatch(ran.output, /^\s*::/m);
    assert.doesNotMatch(ran.output, /must-not-arrive/);
  }],
  ['image: a migration file that is not there, as the launcher runs it', () => {
    image();
    const ran = onAzure({});
    assert.deepEqual([ran.status, ran.result, ran.outputs.verdict], [0, 'Failed', 'invalid'], ran.output);
  }],
];
