import { runService } from '../src/index.ts';
import { tallyOnPostgres } from './tally-on-postgres.ts';

runService(tallyOnPostgres);
