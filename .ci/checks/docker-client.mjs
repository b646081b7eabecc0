// Stands in for the docker client that the launcher calls: `docker run` by a script that takes -e NAME=VALUE, -v, -w and an image.
// The script always runs as root, so --user has no effect here; the launcher's tests look at it.
import { spawnSync } from 'node:child_process';

const [script, verb, ...words] = process.argv.slice(2);
if (verb !== 'run') process.exit(1);
const options = [];
let at = 0;
for (; words[at]?.startsWith('-'); at++) {
  const option = words[at];
  if (option === '--rm') continue;
  const value = words[++at];
  if (option === '-e') options.push('-e', value in process.env ? `${value}=${process.env[value]}` : value);
  else if (['-v', '-w'].includes(option)) options.push(option, value);
  else if (!['--name', '--user'].includes(option)) throw new Error(`${option} is not known here`);
}
const [image, ...rest] = words.slice(at);
const done = spawnSync(script, ['run', image, ...options, ...(rest.length ? ['--', ...rest] : [])], { stdio: ['ignore', 'inherit', 'inherit'] });
process.exit(done.status ?? 125);
