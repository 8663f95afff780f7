/** Right before a step reaches whom it is for, or right after that did it and before the process that asked hears of it. */
export interface Moment {
  readonly step: string;
  readonly when: 'before' | 'after';
}

/** What becomes of a step at a moment: it goes on, or it is lost with the process that took it. */
export type Fate = 'goes on' | 'is lost';

/** The steps that processes take by way of links, such as `steppingLink`, and what is to happen at moments between them. */
export const createSteps = () => {
  const taken: string[] = [];
  const awaited: { is: (moment: Moment) => boolean; act: (moment: Moment) => Promise<Fate> }[] = [];
  return {
    /** Each step once, in the order in which they came first. */
    taken: (): readonly string[] => [...new Set(taken)],
    forget: (): void => {
      taken.length = 0;
      awaited.length = 0;
    },
    /** The first moment that fits waits for `act`. Of several at one moment the first to be told acts, the others wait on. */
    at: (is: (moment: Moment) => boolean, act: (moment: Moment) => Promise<Fate>): void =>
      void awaited.push({ is, act }),
    /** For links: what becomes of the step that has come to this moment. */
    async reach(moment: Moment): Promise<Fate> {
      if (moment.when === 'before') taken.push(moment.step);
      const at = awaited.findIndex(({ is }) => is(moment));
      const [one] = at < 0 ? [] : awaited.splice(at, 1);
      return one ? one.act(moment) : 'goes on';
    },
  };
};
export type Steps = ReturnType<typeof createSteps>;
