'use strict';

// The agent decodes %AZP25 to %, so that a name with a %0A in it stays one; it must therefore come first.
const escape = text => String(text).replace(/%/g, '%AZP25').replace(/\r/g, '%0D').replace(/\n/g, '%0A').replace(/\]/g, '%5D').replace(/;/g, '%3B');

/** Ends the task. The agent takes the word, not an exit code. */
function complete({ result, message }) {
  console.log(`##vso[task.complete result=${result};]${escape(message)}`);
}

/** Ends the task with a message that also stands among the errors on the page of the run. */
function fail(message) {
  console.log(`##vso[task.logissue type=error;]${escape(message)}`);
  complete({ result: 'Failed', message });
}

module.exports = { complete, escape, fail };
