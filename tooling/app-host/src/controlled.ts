/** What the status page shows and steers: a part or a backing service. */
export interface Controlled {
  name: string;
  kind: 'part' | 'backing';
  port: number;
  readonly state: string;
  readonly pid: number | undefined;
  readonly restarts: number;
  start(): void | Promise<void>;
  stop(): Promise<void>;
  kill(): void;
}
