import { startOldSystem } from './old-system.ts';

const { url } = await startOldSystem({ port: 8299 });
process.stdout.write(`An old system answers at ${url}\n`);
