import { checks as action } from './action.mjs';
import { checks as image } from './image.mjs';
import { checks as launcher } from './launcher.mjs';
import { checks as sarif } from './sarif.mjs';
import { checks as task } from './task.mjs';
import { checks as versions } from './versions.mjs';
import { checks as workflows } from './workflows.mjs';
import { Skipped } from './check.mjs';

const wanted = process.argv.slice(2);
let failed = false;
for (const [name, run] of [...launcher, ...versions, ...action, ...task, ...workflows, ...sarif, ...image]) {
  if (wanted.length && !wanted.some(word => name.startsWith(word))) continue;
  try {
    await run();
    console.log(`ok ${name}`);
  } catch (error) {
    const [why, ...more] = (error instanceof Skipped || error.code === 'ERR_ASSERTION' ? error.message : (error.stack ?? String(error))).split('\n');
    if (error instanceof Skipped) { console.log(`skipped ${name}: ${why}`); continue; }
    failed = true;
    console.log(`not ok ${name}: ${why}`);
    // Indented: only the lines above are counted.
    for (const line of more) console.log(`    ${line}`);
  }
}
process.exitCode = failed ? 1 : 0;
