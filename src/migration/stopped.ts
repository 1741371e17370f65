/** A run that ended before it was done, as somebody asked it to or set it a threshold: it can go on later. */
export class Stopped extends Error {
  readonly reason: 'interrupted' | 'quarantine';
  readonly hint: string;

  constructor(reason: Stopped['reason'], message: string, hint: string) {
    super(message);
    this.name = 'Stopped';
    this.reason = reason;
    this.hint = hint;
  }
}
