/** What the status page shows and steers: a process or a backing service. */
export interface Controlled {
  name: string;
  kind: 'process' | 'backing';
  port: number;
  readonly state: string;
  readonly pid: number | undefined;
  readonly restarts: number;
  start(): void | Promise<void>;
  stop(): Promise<void>;
  kill(): void;
}
