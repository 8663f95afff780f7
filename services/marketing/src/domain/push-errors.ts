/** Whoever runs the shop gave it no key. */
export class PushNotOffered extends Error {
  readonly code = 'push-not-offered' as const;
  constructor() {
    super('Orders are told of by mail');
  }
}

/** Only push services of the web are written to. */
export class PushAddressRefused extends Error {
  readonly code = 'push-address-refused' as const;
  constructor() {
    super('It is no address of a push service');
  }
}

/** The database did not answer. */
export class PushesUnavailable extends Error {
  readonly code = 'pushes-unavailable' as const;
  constructor(options?: ErrorOptions) {
    super('Who is told of orders is out of reach right now; trying again is safe', options);
  }
}

/** The push service said that it did not take a message, or was not reached at all. */
export class PushNotTaken extends Error {
  readonly code = 'push-not-taken' as const;
  constructor(reason: string, options?: ErrorOptions) {
    super(`the push service did not take the message: ${reason}`, options);
  }
}
