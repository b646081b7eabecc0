'use strict';

const { complete, fail } = require('./agentCommands');
const { whyNotHere } = require('./host');
const { UsageError, dockerRun } = require('./dockerRun');
const { runContainer } = require('./container');
const { unseenAwsFiles } = require('./unseenAwsFiles');
const { resultOf } = require('./result');

/**
 * The agent has no handler for containers: this starts the image and hands on what it says.
 * It ends with 0 whatever happens; any other code the agent takes for a failure of its own.
 */
async function main(environment = process.env) {
  const reason = whyNotHere(environment);
  if (reason) return fail(reason);
  try {
    const run = dockerRun(environment);
    // Names of variables only: no argument holds the value of one.
    console.log(`##[command]docker ${run.arguments.join(' ')}`);
    for (const warning of unseenAwsFiles(environment, run.arguments)) console.log(`##[warning]${warning}`);
    const outcome = resultOf(await runContainer(run));
    if (outcome.unexplained) fail(outcome.message);
    else complete(outcome);
  } catch (error) {
    // A usage error is told in words for the user; anything else is a defect and needs its stack.
    fail(error instanceof UsageError ? error.message : `The launcher failed, please report this: ${error.stack}`);
  }
}

main();
