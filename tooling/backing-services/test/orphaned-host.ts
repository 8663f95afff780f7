import { startBacking } from '../src/index.ts';

// Started by the test and killed with SIGKILL: prints the process ids of what it started, then waits.
const [dataDir = '', toolsDir = ''] = process.argv.slice(2);
const backing = await startBacking({ dataDir, toolsDir, ephemeral: true });
process.stdout.write(`${JSON.stringify(Object.values(backing.services).map((service) => service.pid))}\n`);
setInterval(() => {}, 60_000);
