'use strict';

/** Where somebody finds the way without this task. */
const sample = 'templates/azure-container-job.yml in the repository shows how';

/** Why the image cannot be started from here, in words for the user; undefined where it can. */
function whyNotHere(environment, platform = process.platform) {
  if (platform !== 'linux') {
    return `This task runs a Linux container, and this agent runs on ${platform === 'win32' ? 'Windows' : platform === 'darwin' ? 'macOS' : platform}. Use a Linux agent with Docker (pool: vmImage: ubuntu-latest, or your own).`;
  }
  // Inside a job container the agent mounts its work folder at /__w. Paths there mean nothing to the Docker engine, which is
  // the host's. A step with 'target: host' sees the host's paths although the job has a container: it may go on.
  const folders = [environment.SYSTEM_DEFAULTWORKINGDIRECTORY, environment.AGENT_TEMPDIRECTORY, environment.PIPELINE_WORKSPACE];
  if (folders.some(folder => /^\/__w(\/|$)/.test(folder ?? ''))) {
    return `This task starts a container and cannot do so from inside a container job. Make the precheck image the job's container and call msk-precheck in a script step (${sample}), or give this step 'target: host'.`;
  }
  return undefined;
}

module.exports = { sample, whyNotHere };
