'use strict';

const crypto = require('node:crypto');
const path = require('node:path');
const { clientEnvironment, forwardedNames } = require('./environment');
const { image: releasedImage } = require('./releasedImage.json');

/** Something the user has to change; its message says what. */
class UsageError extends Error {}

/** Everything needed to start the container and to stop it by name. */
function dockerRun(environment, user = { id: process.getuid(), group: process.getgid() }) {
  const name = `msk-precheck-${crypto.randomUUID()}`;
  const folder = environment.SYSTEM_DEFAULTWORKINGDIRECTORY || process.cwd();
  const image = (environment.INPUT_IMAGE ?? '').trim() || releasedImage;
  // A word that begins with - would be an option of docker's, not an image.
  if (!/^[A-Za-z0-9]\S*$/.test(image)) throw new UsageError(`Input 'image' is '${image}', which is no name of an image. Write it as registry/name:tag or registry/name@sha256:digest.`);
  return {
    name,
    environment: clientEnvironment(environment),
    arguments: [
      'run', '--rm', '--name', name,
      // The agent reads and removes what is written here: it must be its own.
      '--user', `${user.id}:${user.group}`,
      // The same paths inside and outside, so that the agent finds the files that commands name.
      ...mounts(environment, folder).flatMap(one => ['-v', `${one}:${one}`]),
      '-w', folder,
      ...forwardedNames(environment).flatMap(one => ['-e', one]),
      // Last, so that it can overrule what stands before it.
      ...words(environment.INPUT_DOCKEROPTIONS ?? ''),
      image,
    ],
  };
}

/** The pipeline's workspace holds sources and downloaded artifacts alike; a folder inside another one needs no mount of its own. */
function mounts(environment, folder) {
  const wanted = [environment.PIPELINE_WORKSPACE, folder, environment.AGENT_TEMPDIRECTORY].filter(Boolean).map(one => path.resolve(one));
  const inside = (one, other) => one !== other && one.startsWith(other === '/' ? '/' : `${other}/`);
  return [...new Set(wanted)].filter(one => !wanted.some(other => inside(one, other)));
}

/** Splits at blanks and line ends as a shell would, quotes respected; nothing is expanded, and no shell ever sees it. */
function words(text) {
  const found = [];
  const word = /(?:"[^"]*"|'[^']*'|[^\s"'])+/g;
  if (text.replace(word, '').trim()) throw new UsageError(`Input 'dockerOptions' has a quote that is not closed.`);
  for (const [one] of text.matchAll(word)) found.push(one.replace(/"([^"]*)"|'([^']*)'/g, (_, double, single) => double ?? single));
  return found;
}

module.exports = { UsageError, dockerRun, words };
