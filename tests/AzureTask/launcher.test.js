'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const test = require('node:test');
const { agent, launch } = require('./launcher');

/** What stands behind each option of that name. */
const valuesOf = (words, option) => words.filter((_, at) => words[at - 1] === option);

test('variables go by name, and no argument holds a value', async t => {
  const host = agent(t);
  await launch({ ...host.variables, INPUT_CONFIG: 'a-file.yaml', AWS_SECRET_ACCESS_KEY: 'a-secret-key', https_proxy: 'http://user:word@proxy' });
  const [run] = host.calls();
  for (const name of ['INPUT_CONFIG', 'AWS_SECRET_ACCESS_KEY', 'https_proxy', 'TF_BUILD', 'BUILD_SOURCESDIRECTORY', 'AGENT_TEMPDIRECTORY']) {
    assert.ok(valuesOf(run.words, '-e').includes(name), name);
  }
  assert.equal(run.environment.AWS_SECRET_ACCESS_KEY, 'a-secret-key');
  assert.doesNotMatch(run.words.join('\n'), /a-file\.yaml|a-secret-key|user:word/);
});

test('nothing but the allow list goes in', async t => {
  const host = agent(t);
  const kept = ['SECRET_KAFKA', 'ENDPOINT_AUTH_PARAMETER_X_PASSWORD', 'SYSTEM_ACCESSTOKEN', 'SYSTEM_OTHER', 'HOME', 'AGENT_NAME', 'MY_VARIABLE', 'INPUT_IMAGE', 'INPUT_DOCKEROPTIONS', 'AWS_X y'];
  await launch({ ...host.variables, SYSTEM_JOBID: 'j', ...Object.fromEntries(kept.map(name => [name, name === 'INPUT_DOCKEROPTIONS' ? '' : 'here'])) });
  const [run] = host.calls();
  assert.deepEqual(valuesOf(run.words, '-e').filter(name => kept.includes(name)), []);
  assert.ok(valuesOf(run.words, '-e').includes('SYSTEM_JOBID'));
  assert.deepEqual(Object.keys(run.environment).filter(name => /^(SECRET|ENDPOINT)_/.test(name)), []);
});

test('several lines, quotes and blanks of an input survive', async t => {
  const host = agent(t);
  const value = 'B01\nB02 "x" $(whoami)\r\n\tB03';
  await launch({ ...host.variables, INPUT_SKIPCHECKS: value });
  assert.equal(host.calls()[0].environment.INPUT_SKIPCHECKS, value);
});

test('workspace and temp are mounted at their own paths, files belong to the agent', async t => {
  const host = agent(t);
  await launch(host.variables);
  const { words } = host.calls()[0];
  assert.deepEqual(valuesOf(words, '-v').sort(), [`${host.workspace}:${host.workspace}`, `${host.temp}:${host.temp}`].sort());
  assert.deepEqual(valuesOf(words, '-w'), [host.sources]);
  assert.deepEqual(valuesOf(words, '--user'), [`${process.getuid()}:${process.getgid()}`]);
});

test('the released image by default, another by input, options of the user last but one', async t => {
  const host = agent(t);
  await launch(host.variables);
  await launch({ ...host.variables, INPUT_IMAGE: ' mirror/precheck@sha256:abc ', INPUT_DOCKEROPTIONS: `--network host\n--label 'a b' --add-host="x:1"` });
  const [standard, changed] = host.calls();
  assert.match(standard.words.at(-1), /^ghcr\.io\/.+[:@].+$/);
  assert.deepEqual(changed.words.slice(-6), ['--network', 'host', '--label', 'a b', '--add-host=x:1', 'mirror/precheck@sha256:abc']);
});

for (const [name, variables] of [
  ['a quote that is not closed', { INPUT_DOCKEROPTIONS: '--label "a' }],
  ['an image that would be an option', { INPUT_IMAGE: '--privileged' }],
]) {
  test(`${name} is refused before docker is called`, async t => {
    const host = agent(t);
    const run = await launch({ ...host.variables, ...variables });
    assert.deepEqual([run.code, run.result, host.calls().length], [0, 'Failed', 0]);
    assert.match(run.output, /##vso\[task\.logissue type=error;\]Input '(dockerOptions|image)'/);
  });
}

for (const [code, result, logged] of [[0, 'Succeeded', false], [1, 'Failed', false], [2, 'Failed', false], [3, 'Failed', false], [4, 'Failed', false], [125, 'Failed', true], [127, 'Failed', true], [130, 'Canceled', false], [137, 'Failed', true], [143, 'Canceled', false]]) {
  test(`exit code ${code} becomes ${result}`, async t => {
    const host = agent(t);
    const run = await launch({ ...host.variables, FAKE: String(code) });
    assert.deepEqual([run.code, run.result, run.output.includes('task.logissue')], [0, result, logged]);
    assert.ok(run.output.indexOf('from the container') < run.output.indexOf('task.complete'), 'the result comes last');
  });
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  test(`${signal} stops the container by its name`, async t => {
    const host = agent(t);
    let sent = false;
    const run = await launch({ ...host.variables, FAKE: 'runs' }, (output, launcher) => {
      if (!sent && output.includes('started')) sent = launcher.kill(signal);
    });
    const [start, stop, ...more] = host.calls();
    assert.deepEqual([stop.words[0], stop.words.at(-1), more.length], ['stop', valuesOf(start.words, '--name')[0], 0]);
    assert.deepEqual([run.code, run.result], [0, 'Canceled']);
  });
}

test('a signal while the image is still pulled ends the client and leaves no container', async t => {
  const host = agent(t);
  let sent = false;
  const run = await launch({ ...host.variables, FAKE: 'pulling' }, (output, launcher) => {
    if (!sent && output.includes('started')) sent = launcher.kill('SIGTERM');
  });
  assert.deepEqual(host.calls().map(call => call.words[0]), ['run', 'stop', 'rm']);
  assert.deepEqual([run.code, run.result], [0, 'Canceled']);
});

test('a container job is told about the sample, and nothing is started', async t => {
  const host = agent(t);
  const run = await launch({ ...host.variables, AGENT_CONTAINERID: 'c', PIPELINE_WORKSPACE: '/__w/1', SYSTEM_DEFAULTWORKINGDIRECTORY: '/__w/1/s', AGENT_TEMPDIRECTORY: '/__w/_temp' });
  assert.deepEqual([run.code, run.result, host.calls().length], [0, 'Failed', 0]);
  const [, sample] = /(templates\/[\w.-]+)/.exec(run.output);
  assert.ok(fs.existsSync(path.join(__dirname, '..', '..', sample)), `${sample} is there`);
});

test("a step with 'target: host' in a container job runs", async t => {
  const host = agent(t);
  const run = await launch({ ...host.variables, AGENT_CONTAINERID: 'c' });
  assert.deepEqual([run.result, host.calls().length], ['Succeeded', 1]);
});

test('a missing docker is named', async t => {
  const host = agent(t);
  const run = await launch({ ...host.variables, PATH: host.temp });
  assert.deepEqual([run.code, run.result], [0, 'Failed']);
  assert.match(run.output, /##vso\[task\.logissue type=error;\]docker was not found on this agent/);
});

test('a credential file that the container cannot see is named, a mounted one is not', async t => {
  const host = agent(t);
  const run = await launch({
    ...host.variables,
    AWS_WEB_IDENTITY_TOKEN_FILE: '/var/run/secrets/token', AWS_CA_BUNDLE: '/etc/ca.pem', AWS_CONFIG_FILE: path.join(host.temp, 'config'),
    INPUT_DOCKEROPTIONS: '-v /etc/ca.pem:/etc/ca.pem:ro',
  });
  assert.match(run.output, /##\[warning\]AWS_WEB_IDENTITY_TOKEN_FILE names a file that the container cannot see/);
  assert.doesNotMatch(run.output, /(AWS_CA_BUNDLE|AWS_CONFIG_FILE) names/);
});
