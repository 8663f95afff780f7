import type { LoopDelay } from '../limits/loop-delay.ts';
import type { ProofTimes } from './ask-proofs.ts';

/** What a test has in place of what the gateway has by itself. */
export interface GatewayOverrides {
  /** Of every route that has a limit of time. */
  timeoutMs?: number;
  /** In place of the clock by which sessions of staff end unused. */
  now?: () => Date;
  /** In place of the measured one. */
  loopDelay?: LoopDelay;
  /** In place of what the pod has room for. */
  mostStreams?: number;
  /** In place of ten minutes each. */
  proofTimes?: ProofTimes;
}
