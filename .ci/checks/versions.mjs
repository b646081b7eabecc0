import assert from 'node:assert/strict';
import { read } from './check.mjs';

const one = (file, pattern) => pattern.exec(read(file))?.[1] ?? `none in ${file}`;

export const checks = [
  ['versions: program, task, extension and image say the same', () => {
    const { Major, Minor, Patch } = JSON.parse(read('task.json')).version;
    const version = one('Directory.Build.props', /<VersionPrefix>(.*)<\/VersionPrefix>/);
    assert.deepEqual(
      { task: `${Major}.${Minor}.${Patch}`, extension: JSON.parse(read('vss-extension.json')).version, image: one('Dockerfile', /^ARG VERSION=(.*)$/m) },
      { task: version, extension: version, image: version });
    // A release has a digest here.
    const launched = JSON.parse(read('src/AzureTask/releasedImage.json')).image;
    assert.ok(launched.endsWith(`:${version}`) || /@sha256:[0-9a-f]{64}$/.test(launched), `the launcher starts ${launched}`);
  }],
];
