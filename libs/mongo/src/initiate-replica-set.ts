import { MongoClient, MongoServerError } from 'mongodb';

/**
 * Makes a replica set of one out of the server that `url` names, and waits until it takes writes. A set that is
 * there already stays as it is, so this may run again at any time.
 *
 * @param url with exactly one host, and the name of the set as `replicaSet`
 * @returns whether the set was made now
 * @throws what the driver throws while the server is out of reach
 */
export const initiateReplicaSet = async (url: string): Promise<boolean> => {
  // Several hosts are no URL to Node, though they are to MongoDB.
  const { host, searchParams } = URL.parse(url) ?? { host: '', searchParams: new URLSearchParams() };
  const name = searchParams.get('replicaSet');
  if (!host || !name) throw new Error('MONGODB_URL must name one host and a replicaSet');
  const waits = { serverSelectionTimeoutMS: 10_000, connectTimeoutMS: 3000 };

  const direct = new URL(url);
  direct.searchParams.delete('replicaSet');
  direct.searchParams.set('directConnection', 'true');
  const server = new MongoClient(direct.href, waits);
  let made = true;
  try {
    await server.db('admin').command({ replSetInitiate: { _id: name, members: [{ _id: 0, host }] } });
  } catch (error) {
    if (!(error instanceof MongoServerError) || error.codeName !== 'AlreadyInitialized') throw error;
    made = false;
  } finally {
    await server.close();
  }

  // Finding the primary by the members' own addresses proves that clients can, too.
  const set = new MongoClient(url, { ...waits, serverSelectionTimeoutMS: 30_000 });
  try {
    await set.db('admin').command({ ping: 1 }, { readPreference: 'primary' });
  } finally {
    await set.close();
  }
  return made;
};
