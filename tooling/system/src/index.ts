export { commands, migrationOf, ownerOf, type Command } from './commands.ts';
export { images, type Image } from './images.ts';
export { ports, type PortName, type Ports } from './ports.ts';
export { schemaOf } from './process-schema.ts';
export type { Kind, Process } from './process.ts';
export { processes, type ProcessName } from './processes.ts';
export { reads } from './reads.ts';
export { wiring, type Here } from './wiring.ts';
