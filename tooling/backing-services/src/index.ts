export { backingNames, backingTitles } from './backing.ts';
export type {
  Backing,
  BackingExit,
  BackingName,
  BackingOptions,
  BackingProgress,
  BackingUrls,
  RunningBacking,
} from './backing.ts';
export {
  BackingDataInUse,
  BackingDataUnfit,
  BackingError,
  BackingPortInUse,
  BackingPrerequisiteMissing,
  BackingStartFailed,
} from './backing-error.ts';
export { checkPrerequisites } from './check-prerequisites.ts';
export type { MissingPrerequisite } from './check-prerequisites.ts';
export { isPortFree, pickFreePorts } from './free-ports.ts';
export { findPortHolder } from './port-holder.ts';
export type { PortHolder } from './port-holder.ts';
export { requireLoopback } from './require-loopback.ts';
export { startBacking } from './start-backing.ts';
export { explainFault, MachineFault } from './machine-fault.ts';
export { fetchTool } from './fetch-tool.ts';
export { runClient } from './run-client.ts';
export { spawnGuarded } from './guarded-process.ts';
export type { GuardedProcess, GuardedSpawn } from './guarded-process.ts';
