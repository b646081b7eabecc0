'use strict';

const { execFile, spawn } = require('node:child_process');
const { UsageError } = require('./dockerRun');
const { sample } = require('./host');

// The program ends within 5 seconds of being asked to; the agent kills this process about 10 seconds after its first signal.
const secondsToStop = 6;

/** Runs the container and says how it ended: { code, cancelled }. */
function runContainer({ name, arguments: words, environment }) {
  return new Promise((resolve, reject) => {
    // Detached: a signal meant for the whole process group must not end the client before the container has been stopped.
    const client = spawn('docker', words, { env: environment, stdio: ['ignore', 'inherit', 'inherit'], detached: true });
    let cancelled = false;
    const cancel = signal => {
      if (cancelled) return;
      cancelled = true;
      console.log(`${signal}: stopping the container.`);
      stop(name, environment, client);
    };
    const onInterrupt = () => cancel('SIGINT');
    const onTerminate = () => cancel('SIGTERM');
    process.on('SIGINT', onInterrupt);
    process.on('SIGTERM', onTerminate);
    const done = () => {
      process.off('SIGINT', onInterrupt);
      process.off('SIGTERM', onTerminate);
    };
    client.on('error', error => {
      done();
      const what = error.code === 'ENOENT' ? 'docker was not found on this agent' : `docker could not be started on this agent (${error.code})`;
      reject(new UsageError(`${what}. Install Docker, or make the precheck image the container of the job (${sample}).`));
    });
    client.on('close', (code, signal) => {
      done();
      resolve({ code: code ?? 128, signal, cancelled });
    });
  });
}

/** While the image is still being pulled there is no container to stop: then the client is ended, and what it may just have made is removed. */
function stop(name, environment, client) {
  execFile('docker', ['stop', '-t', String(secondsToStop), name], { env: environment }, failed => {
    if (!failed || client.exitCode !== null) return;
    client.kill('SIGTERM');
    execFile('docker', ['rm', '-f', name], { env: environment }, () => {});
  });
}

module.exports = { runContainer };
