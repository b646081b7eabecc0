import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Thrown by a check that lacks something; its message says what. */
export class Skipped extends Error {}

/** Text of a file of the checkout. */
export const read = file => fs.readFileSync(path.join(root, file), 'utf8');

/** Runs a command to its end: { status, output }, output being both streams. */
export function run(command, words, options = {}) {
  const done = spawnSync(command, words, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'], ...options });
  if (done.error) throw done.error;
  return { status: done.status ?? `signal ${done.signal}`, output: done.stdout + done.stderr, stdout: done.stdout };
}

/** Runs a command that has to succeed, and gives its output. */
export function must(command, words, options) {
  const { status, output } = run(command, words, options);
  if (status !== 0) throw new Error(`${path.basename(command)} ended with ${status}\n${output.split('\n').slice(-40).join('\n')}`);
  return output;
}

/** An empty folder under artifacts/, which git does not see. */
export function scratch(name) {
  const folder = path.join(root, 'artifacts', 'packaging', name);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  return folder;
}
