import { Client } from 'pg';

import { explainFault, startBacking } from '../src/index.ts';

// Run by the tests as a person would on a machine of some kind: starts what is named, adds a row, says how many there
// are, stops; or says the line that explains the fault.
const [dataDir = '', toolsDir = '', ...only] = process.argv.slice(2);
try {
  const backing = await startBacking({ dataDir, toolsDir, only: only as ('postgres' | 'kafka')[] });
  const client = new Client({ connectionString: backing.urls.postgres });
  await client.connect();
  await client.query('create table if not exists kept (value int)');
  await client.query('insert into kept values (1)');
  const { rows } = await client.query<{ count: string }>('select count(*) from kept');
  await client.end();
  await backing.stop();
  process.stdout.write(`${rows[0]?.count} kept\n`);
} catch (error) {
  process.stdout.write(`${explainFault(error) ?? String((error as Error).stack)}\n`);
  process.exitCode = 1;
}
