import { runService } from '@quayside/chassis';
import { identity } from './wire.ts';

runService(identity);
