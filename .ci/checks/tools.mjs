import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Skipped, must, read } from './check.mjs';

let folder;

/** Where the pinned tools lie: installed once for each list of versions, outside the checkout. */
function tools() {
  if (folder) return folder;
  const list = read('.ci/tools/package.json');
  const cache = process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache');
  const wanted = path.join(cache, 'msk-precheck-tools', crypto.createHash('sha256').update(list).digest('hex').slice(0, 16));
  if (!fs.existsSync(path.join(wanted, 'node_modules'))) {
    const building = `${wanted}.${process.pid}`;
    fs.mkdirSync(building, { recursive: true });
    fs.writeFileSync(path.join(building, 'package.json'), list);
    try {
      must('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts', '--loglevel=error'], { cwd: building });
      // Two runs at the same time each build their own; whoever comes second finds the first one's and leaves it.
      if (!fs.existsSync(wanted)) fs.renameSync(building, wanted);
    } catch (error) {
      throw new Skipped(`the tools cannot be installed here (${error.message.split('\n')[0]})`);
    } finally {
      fs.rmSync(building, { recursive: true, force: true });
    }
  }
  return (folder = wanted);
}

/** Path of a module or command among the tools. */
export const tool = name => path.join(tools(), 'node_modules', name);
