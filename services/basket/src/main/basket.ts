import { runService } from '@quayside/chassis';
import { basket } from './wire.ts';

runService(basket);
