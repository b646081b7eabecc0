'use strict';

const messages = {
  0: 'The precheck has found nothing that fails the job.',
  1: 'The migration is blocked: see the findings.',
  2: 'The inputs or the migration file are wrong: see the messages above.',
  3: 'The precheck is incomplete: a blocker check could not be determined.',
  4: 'The precheck failed by a defect of its own: please report it.',
  125: 'docker could not start the container: its message stands above.',
  126: 'The image has no msk-precheck that can be run: is the input image right?',
  127: 'The image has no msk-precheck: is the input image right?',
  137: 'The container was killed, most likely for want of memory.',
};

/** What the agent is told about a run that ended so. The program has said itself why it ended with its own codes; nobody has for the others. */
function resultOf({ code, cancelled }) {
  if (cancelled || code === 130 || code === 143) return { result: 'Canceled', message: 'The precheck was stopped.' };
  const message = messages[code] ?? `The container ended with exit code ${code}.`;
  return { result: code === 0 ? 'Succeeded' : 'Failed', message, unexplained: code > 4 };
}

module.exports = { resultOf };
