/** The tones of a conference, by participant: those that somebody sent, and those that were sent to somebody. */
export class Digits {
  private readonly sent = new Map<string, string>();
  private readonly heard = new Map<string, string>();

  send(uuid: string, digits: string): void {
    this.sent.set(uuid, this.sentBy(uuid) + digits);
  }

  play(uuid: string, digits: string): void {
    this.heard.set(uuid, this.heardBy(uuid) + digits);
  }

  sentBy(uuid: string): string {
    return this.sent.get(uuid) ?? '';
  }

  heardBy(uuid: string): string {
    return this.heard.get(uuid) ?? '';
  }
}
