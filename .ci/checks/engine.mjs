import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Skipped, must, root, run, scratch } from './check.mjs';

export const tag = 'localhost/msk-precheck:check';
const script = path.join(root, '..', 'shared', 'container', 'image.sh');

/** What builds and runs images here: a script beside the checkout that needs no Docker engine, else Docker. */
export const engine = fs.existsSync(script) ? 'script' : run('sh', ['-c', 'docker info']).status === 0 ? 'docker' : undefined;

/** Builds the image once and gives what the build said. */
export function build() {
  if (!engine) throw new Skipped('there is no container engine here');
  return engine === 'script' ? must(script, ['build', root, tag]) : must('docker', ['build', '--tag', tag, root]);
}

/** Runs the image as root, as GitHub's runner does. */
export function runImage({ environment, mounts, folder, words = [] }) {
  const options = [...Object.entries(environment).flatMap(([name, value]) => ['-e', `${name}=${value}`]), ...mounts.flatMap(one => ['-v', one]), '-w', folder];
  return engine === 'script'
    ? run(script, ['run', tag, ...options, ...(words.length ? ['--', ...words] : [])])
    : run('docker', ['run', '--rm', ...options, tag, ...words]);
}

/** A PATH on which `docker` is what runs images here. */
export function pathWithDocker() {
  if (engine === 'docker') return process.env.PATH;
  const bin = scratch('bin');
  const client = path.join(path.dirname(fileURLToPath(import.meta.url)), 'docker-client.mjs');
  fs.writeFileSync(path.join(bin, 'docker'), `#!/bin/sh\nexec '${process.execPath}' '${client}' '${script}' "$@"\n`, { mode: 0o755 });
  return `${bin}:${process.env.PATH}`;
}
