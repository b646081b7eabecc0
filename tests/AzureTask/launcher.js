'use strict';

const { spawn } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const index = path.join(__dirname, '..', '..', 'src', 'AzureTask', 'index.js');

// Writes down each call with its environment; behaves as FAKE says.
const fakeDocker = `#!${process.execPath}
const fs = require('node:fs');
const words = process.argv.slice(2);
fs.appendFileSync(process.env.FAKE_LOG, JSON.stringify({ words, environment: process.env }) + '\\n');
const container = process.env.FAKE_LOG + '.stopped';
if (words[0] === 'stop') {
  if (process.env.FAKE === 'pulling') process.exit(1);
  fs.writeFileSync(container, '');
} else if (words[0] === 'run') {
  const until = done => setInterval(() => { if (fs.existsSync(container)) done(); }, 20);
  if (process.env.FAKE === 'runs') { console.log('started'); until(() => process.exit(143)); }
  else if (process.env.FAKE === 'pulling') { console.log('started'); until(() => {}); }
  else { console.log('from the container'); process.exit(Number(process.env.FAKE ?? 0)); }
}
`;

/** A workspace and a fake docker that live as long as the test. */
function agent(t) {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'launcher-'));
  t.after(() => fs.rmSync(root, { recursive: true }));
  const folders = { bin: path.join(root, 'bin'), workspace: path.join(root, 'work', '1'), sources: path.join(root, 'work', '1', 's'), temp: path.join(root, 'work', '_temp') };
  Object.values(folders).forEach(folder => fs.mkdirSync(folder, { recursive: true }));
  fs.writeFileSync(path.join(folders.bin, 'docker'), fakeDocker, { mode: 0o755 });
  const log = path.join(root, 'calls');
  return {
    ...folders,
    calls: () => (fs.existsSync(log) ? fs.readFileSync(log, 'utf8').trim().split('\n').map(line => JSON.parse(line)) : []),
    variables: {
      PATH: folders.bin, FAKE_LOG: log, TF_BUILD: 'True',
      PIPELINE_WORKSPACE: folders.workspace, SYSTEM_DEFAULTWORKINGDIRECTORY: folders.sources, BUILD_SOURCESDIRECTORY: folders.sources, AGENT_TEMPDIRECTORY: folders.temp,
    },
  };
}

/** Runs the launcher to its end; onOutput sees what it has said so far and may send a signal. */
function launch(variables, onOutput = () => {}) {
  return new Promise((resolve, reject) => {
    const launcher = spawn(process.execPath, [index], { env: variables, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const take = data => { output += data; onOutput(output, launcher); };
    launcher.stdout.on('data', take);
    launcher.stderr.on('data', take);
    launcher.on('error', reject);
    launcher.on('close', (code, signal) => resolve({ code, signal, output, result: /##vso\[task\.complete result=(\w+);\]/.exec(output)?.[1] }));
  });
}

module.exports = { agent, launch };
