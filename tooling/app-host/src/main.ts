import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
enableCompileCache(join(root, '.quayside', 'compile-cache')); // works for what is imported after it

const { runCommand } = await import('./run-command.ts');
await runCommand(root, process.argv.slice(2));
