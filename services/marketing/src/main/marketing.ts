import { runService } from '@quayside/chassis';
import { marketing } from './wire.ts';

runService(marketing);
