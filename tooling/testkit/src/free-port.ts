import { pickFreePorts } from '@quayside/backing-services';

/** A port of 127.0.0.1 where nobody listens, for a server that comes later, or never. */
export const freePort = async (): Promise<number> => (await pickFreePorts(1))[0] as number;
