import { randomBytes } from 'node:crypto';
import { MongoClient, type Db } from 'mongodb';
import { testServiceUrl } from './test-services.ts';

export interface TestMongo {
  /** Names the database. */
  url: string;
  client: MongoClient;
  db: Db;
  drop(): Promise<void>;
}

/** A new MongoDB database. */
export const testMongo = async (): Promise<TestMongo> => {
  const url = new URL(testServiceUrl('mongodb'));
  url.pathname = `/test_${randomBytes(6).toString('hex')}`;
  const client = await MongoClient.connect(url.href, { w: 'majority', serverSelectionTimeoutMS: 30_000 });
  const db = client.db();
  return {
    url: url.href,
    client,
    db,
    drop: async () => {
      await db.dropDatabase();
      await client.close();
    },
  };
};
