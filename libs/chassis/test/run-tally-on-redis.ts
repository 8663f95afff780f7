import { runService } from '../src/index.ts';
import { tallyOnRedis } from './tally-on-redis.ts';

runService(tallyOnRedis);
