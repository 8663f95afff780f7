/** Something the person at the keyboard can mend. The message is one line for each fault: which, and what to do. */
export class HostError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'HostError';
  }
}
