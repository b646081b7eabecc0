import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { must, read, root, scratch } from './check.mjs';
import { tool } from './tools.mjs';

const validate = file => must(process.execPath, [path.join(tool('@action-validator/cli'), 'cli.mjs'), file]);

export const checks = [
  ['action.yml: schema', () => validate('action.yml')],
  ['action.yml: nothing but an image under runs, no defaults', () => {
    const text = read('action.yml');
    assert.deepEqual([...text.split('\nruns:\n')[1].matchAll(/^ {2}(\w[\w-]*):/gm)].map(([, key]) => key), ['using', 'image']);
    assert.doesNotMatch(text, /^ {4}(default|required):/m);
  }],
  ['action.yml: pinned to an image as a release does it', () => {
    const copy = scratch('pinned');
    for (const file of ['action.yml', 'eng/pin-image', 'src/AzureTask/releasedImage.json']) {
      fs.mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
      fs.copyFileSync(path.join(root, file), path.join(copy, file));
    }
    const reference = `ghcr.io/owner/name@sha256:${'0123456789abcdef'.repeat(4)}`;
    must(path.join(copy, 'eng/pin-image'), [reference]);
    validate(path.join(copy, 'action.yml'));
    assert.ok(fs.readFileSync(path.join(copy, 'action.yml'), 'utf8').endsWith(`\n  image: docker://${reference}\n`));
    assert.equal(JSON.parse(fs.readFileSync(path.join(copy, 'src/AzureTask/releasedImage.json'), 'utf8')).image, reference);
  }],
];
