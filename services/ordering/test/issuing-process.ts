// Issues the invoices of some orders and kills itself at the given step: the sending, or the answering, of a command to
// the database. Ends with 0 where it was done before that.
import { MongoClient } from 'mongodb';
import { booksIn } from './invoice-books.ts';

const [url, step, ...orderIds] = process.argv.slice(2) as [string, string, ...string[]];
const client = new MongoClient(url, { monitorCommands: true });
await client.connect();
let steps = 0;
const count = () => {
  steps += 1;
  if (steps === Number(step)) process.kill(process.pid, 'SIGKILL');
};
client.on('commandStarted', count);
client.on('commandSucceeded', count);
client.on('commandFailed', count);
await booksIn(client.db()).issue(orderIds);
process.exit(0);
