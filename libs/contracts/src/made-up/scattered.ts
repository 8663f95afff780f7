/** A figure from 0 up to, and not including, `below` that looks random and is the same every time. */
export const scattered = (seed: number, below: number): number =>
  (Math.imul(seed + 1, 2_654_435_761) >>> 8) % below;
