import { runService } from '../src/index.ts';
import { tallyOnMongo } from './tally-on-mongo.ts';

runService(tallyOnMongo);
