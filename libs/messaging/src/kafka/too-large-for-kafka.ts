/** The broker refuses one record for its size, however often it is sent; the rest of the call may be sent again. */
export class TooLargeForKafka extends Error {
  override readonly name = 'TooLargeForKafka';
  /** Of the event, where the record is one. */
  readonly eventId: string | undefined;

  constructor(eventId: string | undefined, options?: ErrorOptions) {
    super('the broker refuses the record for its size', options);
    this.eventId = eventId;
  }
}
