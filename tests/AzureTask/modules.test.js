'use strict';

const assert = require('node:assert/strict');
const test = require('node:test');
const { escape } = require('../../src/AzureTask/agentCommands');
const { whyNotHere } = require('../../src/AzureTask/host');
const task = require('../../task.json');
const action = require('node:fs').readFileSync(`${__dirname}/../../action.yml`, 'utf8');

test('text in a command cannot end it or begin another', () => {
  assert.equal(escape('50%0A]x;y\r\n##vso[a]'), '50%AZP250A%5Dx%3By%0D%0A##vso[a%5D');
});

for (const [platform, named] of [['win32', 'Windows'], ['darwin', 'macOS'], ['freebsd', 'freebsd']]) {
  test(`an agent on ${named} is told to use Linux`, () => assert.match(whyNotHere({}, platform), new RegExp(`Linux container.*${named}`)));
}

test('on Linux nothing stands in the way', () => assert.equal(whyNotHere({ SYSTEM_DEFAULTWORKINGDIRECTORY: '/__work/1/s' }, 'linux'), undefined));

test('both handlers of the task start the launcher', () => {
  assert.deepEqual(Object.keys(task.execution), ['Node24', 'Node20_1']);
  for (const { target } of Object.values(task.execution)) assert.ok(require('node:fs').existsSync(`${__dirname}/../../${target}`), target);
});

test('the task has the inputs and outputs of the action in its words, and two inputs more', () => {
  const section = name => [...action.split(`\n${name}:\n`)[1].split(/\n(?=\S)/)[0].matchAll(/^  (\w+):\n    description: '(.*)'$/gm)].map(([, key, text]) => [key, text.replaceAll("''", "'")]);
  const inputs = task.inputs.map(one => [one.name, one.helpMarkDown]);
  assert.ok(section('inputs').length > 5 && section('outputs').length > 5, 'the action was read');
  assert.deepEqual(inputs.slice(0, -2), section('inputs'));
  assert.deepEqual(inputs.slice(-2).map(([name]) => name), ['image', 'dockerOptions']);
  assert.deepEqual(task.outputVariables.map(one => [one.name, one.description]), section('outputs'));
  assert.deepEqual(task.restrictions.settableVariables.allowed, task.outputVariables.map(one => one.name));
});

test('a default of a tick box is the one that its description names', () => {
  const boxes = task.inputs.filter(one => one.type === 'boolean');
  assert.ok(boxes.length > 0);
  for (const one of boxes) assert.match(one.helpMarkDown, new RegExp(`Default: ${one.defaultValue}\\.$`));
});
