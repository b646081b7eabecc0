'use strict';

// Set on agents that run in EKS or were configured by hand. The variables reach the container, the files need a mount.
const naming = ['AWS_WEB_IDENTITY_TOKEN_FILE', 'AWS_SHARED_CREDENTIALS_FILE', 'AWS_CONFIG_FILE', 'AWS_CA_BUNDLE'];

/** One sentence for each file that a variable names and no mount covers: without it the credential chain fails with no word about why. */
function unseenAwsFiles(environment, dockerArguments) {
  const mounted = dockerArguments.filter((_, at) => ['-v', '--volume'].includes(dockerArguments[at - 1])).map(mount => mount.split(':')[1]);
  return naming
    .filter(name => environment[name] && !mounted.some(folder => environment[name] === folder || environment[name].startsWith(`${folder}/`)))
    .map(name => `${name} names a file that the container cannot see. Add it to the input dockerOptions: -v ${environment[name]}:${environment[name]}:ro`);
}

module.exports = { unseenAwsFiles };
