export { migrationOf, ownerOf } from './commands.ts';
export { images } from './images.ts';
export { localEnvironment } from './local-environment.ts';
export { inspectorPortOf, ports, type PortName, type Ports } from './ports.ts';
export type { Process } from './process.ts';
export { schemaOf } from './process-schema.ts';
export { processes } from './processes.ts';
export { reachedBy } from './reached-by.ts';
export { wiring, type Here } from './wiring.ts';
