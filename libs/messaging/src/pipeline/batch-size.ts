/**
 * How many messages of a partition are settled together: as many as are settled within `aimMs`, so that no transaction
 * holds its locks long. Halves after one that took longer, grows again by a quarter.
 */
export const createBatchSize = ({ most = 100, aimMs = 200 } = {}) => {
  let size = most;
  return {
    current: (): number => size,
    took: (ms: number): void => {
      size = ms > aimMs ? Math.max(1, Math.floor(size / 2)) : Math.min(most, size + Math.ceil(size / 4));
    },
  };
};
