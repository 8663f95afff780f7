import { Counter, type Metrics } from '@quayside/runtime';

/** How many reads were answered from memory, and how many asked the database. */
export const countReads = (metrics: Metrics): ((from: 'memory' | 'database') => void) => {
  const reads = new Counter({
    name: 'catalog_reads_total',
    help: 'Reads of the catalog, by where they were answered from',
    labelNames: ['from'],
    registers: [metrics],
  });
  return (from) => reads.inc({ from });
};
