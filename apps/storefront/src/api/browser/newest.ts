interface Versioned {
  version?: number | undefined;
}

interface Taken {
  turn: number;
  /** How many had been asked for when it came. */
  askedBefore: number;
  version: number;
}

/**
 * Tells which of several answers about one thing is the newest. They overtake each other: of two that were under way
 * together, the one that was asked for later may have been read earlier, so the version decides. An answer that was asked for
 * once the newest was here is newer, whatever its version: the thing may have begun anew.
 */
export const createNewest = <T extends Versioned>() => {
  let asked = 0;
  let taken: Taken = { turn: 0, askedBefore: 0, version: 0 };

  return {
    /** The turn of a request that goes out now. */
    ask: (): number => ++asked,
    /** Whether it is to be shown. If not it may be the older one, or the newer one of the same version: then ask again. */
    take: (turn: number, { version = 0 }: T): boolean => {
      const wasUnderWay = turn <= taken.askedBefore;
      if (wasUnderWay && (version < taken.version || (version === taken.version && turn < taken.turn)))
        return false;
      taken = { turn, askedBefore: asked, version };
      return true;
    },
  };
};
