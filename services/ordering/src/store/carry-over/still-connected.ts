import type { MongoClient } from 'mongodb';

/** How many connections processes of Ordering have to their database, as far as its user may see. */
export const countConnections = async (mongo: MongoClient): Promise<number> => {
  const [found] = await mongo
    .db('admin')
    .aggregate<{ count: number }>([
      { $currentOp: { allUsers: false, idleConnections: true } },
      { $match: { appName: { $in: ['ordering', 'ordering-api', 'ordering-worker'] } } },
      { $count: 'count' },
    ])
    .toArray();
  return found?.count ?? 0;
};
