/** Who of the staff changes something, for the audit log. */
export interface Actor {
  readonly id: string;
  readonly name: string;
}
