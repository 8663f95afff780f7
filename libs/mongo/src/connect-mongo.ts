import { MongoClient } from 'mongodb';

/**
 * A client whose every wait for a server is bounded. It connects at its first operation, or at `connect()`.
 *
 * @param options.application how the server names these connections
 */
export const connectMongo = (options: { url: string; application: string }): MongoClient =>
  new MongoClient(options.url, {
    appName: options.application,
    serverSelectionTimeoutMS: 3000,
    connectTimeoutMS: 3000,
  });
