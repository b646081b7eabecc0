import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { read, root, run } from './check.mjs';
import { pathWithDocker, runImage, tag } from './engine.mjs';

// Neither this process nor root: what is written must end up with whoever owns the workspace.
const owner = process.getuid() === 0 ? 1001 : process.getuid();

/** A workspace of somebody else's with the given files; calls use and removes it. */
function withWorkspace(files, use) {
  const top = fs.mkdtempSync(path.join(os.tmpdir(), 'precheck-image-'));
  try {
    const host = { top, workspace: path.join(top, 'work', '1', 's'), temp: path.join(top, 'work', '_temp') };
    fs.mkdirSync(host.workspace, { recursive: true });
    fs.mkdirSync(host.temp);
    for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(host.workspace, name), text);
    if (process.getuid() === 0) for (const one of [host.workspace, host.temp, ...Object.keys(files).map(name => path.join(host.workspace, name))]) fs.chownSync(one, owner, owner);
    return use(host);
  } finally {
    fs.rmSync(top, { recursive: true, force: true });
  }
}

/** Everything that lies under a folder and was not put there by the check, with owner and mode. */
function written(folder, known) {
  return fs.readdirSync(folder, { recursive: true })
    .filter(name => !known.includes(name))
    .map(name => {
      const about = fs.statSync(path.join(folder, name));
      return { name, folder: about.isDirectory(), owner: about.uid, mode: (about.mode & 0o777).toString(8), text: about.isDirectory() ? '' : fs.readFileSync(path.join(folder, name), 'utf8') };
    });
}

/** name=value and name<<mark lines, as the runner reads them. */
function parseOutputs(text) {
  const found = {};
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const [, name, mark] = /^([^=<]+)<<(.+)$/.exec(lines[at]) ?? [];
    if (name) {
      const end = lines.indexOf(mark, at + 1);
      assert.ok(end > at, `${name} ends with ${mark}`);
      found[name] = lines.slice(at + 1, end).join('\n');
      at = end;
    } else if (lines[at]) {
      const [plain, ...value] = lines[at].split('=');
      found[plain] = value.join('=');
    }
  }
  return found;
}

/** Runs the image as GitHub's runner does; inputs that are not given are there, and empty. */
export function onGitHub({ files = {}, inputs = {}, words = [] }) {
  return withWorkspace(files, host => {
    const commands = path.join(host.top, 'file_commands');
    const home = path.join(host.top, 'home');
    for (const one of [commands, home]) fs.mkdirSync(one);
    for (const one of ['output', 'summary', 'env']) fs.writeFileSync(path.join(commands, one), '');
    const declared = [...read('action.yml').split('\ninputs:\n')[1].split('\noutputs:\n')[0].matchAll(/^ {2}(\w+):$/gm)].map(([, name]) => [name, '']);
    const { status, output } = runImage({
      words,
      folder: '/github/workspace',
      mounts: [`${host.workspace}:/github/workspace`, `${commands}:/github/file_commands`, `${host.temp}:/github/runner_temp`, `${home}:/github/home`],
      environment: {
        GITHUB_ACTIONS: 'true', CI: 'true', HOME: '/github/home', GITHUB_WORKSPACE: '/github/workspace', RUNNER_OS: 'Linux', RUNNER_TEMP: '/github/runner_temp',
        GITHUB_OUTPUT: '/github/file_commands/output', GITHUB_STEP_SUMMARY: '/github/file_commands/summary', GITHUB_ENV: '/github/file_commands/env',
        ...Object.fromEntries(Object.entries({ ...Object.fromEntries(declared), ...inputs }).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
      },
    });
    const command = name => fs.readFileSync(path.join(commands, name), 'utf8');
    return {
      status, output, owner,
      outputs: parseOutputs(command('output')), summary: command('summary'), env: command('env'),
      written: written(host.workspace, Object.keys(files)), left: [...written(host.temp, []), ...written(home, [])].map(one => one.name),
    };
  });
}

/** Runs the launcher as an agent does, and the image by it. */
export function onAzure({ files = {}, inputs = {} }) {
  return withWorkspace(files, host => {
    const { status, output } = run(process.execPath, [path.join(root, 'src/AzureTask/index.js')], {
      cwd: host.workspace,
      env: {
        PATH: pathWithDocker(), HOME: process.env.HOME, ...(process.env.IMAGE_STORE ? { IMAGE_STORE: process.env.IMAGE_STORE } : {}),
        TF_BUILD: 'True', PIPELINE_WORKSPACE: path.dirname(host.workspace), SYSTEM_DEFAULTWORKINGDIRECTORY: host.workspace, BUILD_SOURCESDIRECTORY: host.workspace, AGENT_TEMPDIRECTORY: host.temp,
        SYSTEM_HOSTTYPE: 'build', SYSTEM_JOBID: randomUUID(), SYSTEM_JOBATTEMPT: '1', SYSTEM_TASKINSTANCEID: randomUUID(), SECRET_WORD: 'must-not-arrive',
        ...Object.fromEntries(Object.entries({ image: tag, ...inputs }).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
      },
    });
    const commands = [...output.matchAll(/##vso\[([\w.]+) ?([^\]]*)\](.*)$/gm)].map(([, name, properties, text]) => ({ name, properties: Object.fromEntries(properties.split(';').filter(Boolean).map(one => one.split('='))), text }));
    // While the files are still there.
    const missing = commands.filter(one => ['task.uploadsummary', 'artifact.upload'].includes(one.name) && !fs.existsSync(one.text)).map(one => one.text);
    return {
      status, output, owner, commands, missing, workspace: host.workspace,
      outputs: Object.fromEntries(commands.filter(one => one.name === 'task.setvariable').map(one => [one.properties.variable, one.text])),
      result: commands.filter(one => one.name === 'task.complete').map(one => one.properties.result).join(),
      written: written(host.workspace, Object.keys(files)),
    };
  });
}
