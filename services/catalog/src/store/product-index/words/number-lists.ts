/** A list of whole numbers for each place, all in one array: tens of thousands of arrays would take twice the room. */
export interface NumberLists {
  /** To be read before the next `set`. */
  of(place: number): Int32Array;
  set(place: number, list: readonly number[]): void;
}

const spare = 1.25;
const initialRoom = 1024;

export const createNumberLists = (): NumberLists => {
  const starts: number[] = [];
  const lengths: number[] = [];
  let numbers = new Int32Array(initialRoom);
  let end = 0;
  let inUse = 0;

  const of = (place: number): Int32Array => {
    const start = starts[place] ?? 0;
    return numbers.subarray(start, start + (lengths[place] ?? 0));
  };

  /** Moves all lists together into an array with room for so many numbers more. */
  const makeRoom = (more: number): void => {
    const next = new Int32Array(Math.ceil((inUse + more) * spare));
    let to = 0;
    for (let place = 0; place < starts.length; place += 1) {
      const list = of(place);
      next.set(list, to);
      starts[place] = to;
      to += list.length;
    }
    numbers = next;
    end = to;
  };

  return {
    of,
    set: (place, list) => {
      inUse -= lengths[place] ?? 0;
      lengths[place] = 0;
      starts[place] ??= 0;
      if (end + list.length > numbers.length) makeRoom(list.length);
      numbers.set(list, end);
      starts[place] = end;
      lengths[place] = list.length;
      end += list.length;
      inUse += list.length;
    },
  };
};
