'use strict';

// Everything that a variable of the pipeline may be called reaches this process; the container gets what it needs and no more.
const allowedPrefixes = ['INPUT_', 'BUILD_', 'AWS_'];

const allowedNames = new Set([
  'TF_BUILD',
  'AGENT_TEMPDIRECTORY',
  // Not SYSTEM_ as a whole: SYSTEM_ACCESSTOKEN is one of them.
  'SYSTEM_COLLECTIONURI',
  'SYSTEM_DEBUG',
  'SYSTEM_DEFAULTWORKINGDIRECTORY',
  'SYSTEM_DEFINITIONID',
  'SYSTEM_HOSTTYPE',
  'SYSTEM_JOBATTEMPT',
  'SYSTEM_JOBID',
  'SYSTEM_JOBNAME',
  'SYSTEM_PHASENAME',
  'SYSTEM_STAGEATTEMPT',
  'SYSTEM_STAGENAME',
  'SYSTEM_TASKINSTANCEID',
  'SYSTEM_TEAMPROJECT',
  'HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'ALL_PROXY',
  'http_proxy', 'https_proxy', 'no_proxy', 'all_proxy',
]);

const launcherInputs = new Set(['INPUT_IMAGE', 'INPUT_DOCKEROPTIONS']);

// A name with a blank or an equals sign would not be one argument of docker's.
const plain = /^[A-Za-z_][A-Za-z0-9_-]*$/;

/** The names of the variables that the container gets, in a fixed order. */
function forwardedNames(environment) {
  return Object.keys(environment)
    .filter(name => plain.test(name) && !launcherInputs.has(name))
    .filter(name => allowedNames.has(name) || allowedPrefixes.some(prefix => name.startsWith(prefix)))
    .sort();
}

/** What the docker client gets: it reads the forwarded values here, and credentials of the agent are not even within its reach. */
function clientEnvironment(environment) {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !/^(SECRET|ENDPOINT)_/i.test(name)));
}

module.exports = { clientEnvironment, forwardedNames };
