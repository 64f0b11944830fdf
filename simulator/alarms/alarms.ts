/** An alarm of the Management Node (management-api.md §2). */
export interface Alarm {
  id: number;
  name: string;
  level: 'warning' | 'error';
  node: string;
  /** What it is about, in words, and the name of the object. */
  details: string;
  instance: string;
  /** Unix milliseconds. */
  raisedAt: number;
}

/** The alarms that stand at present. */
export class Alarms {
  private standing: Alarm[] = [];
  private lastId = 0;

  get all(): readonly Alarm[] {
    return this.standing;
  }

  /** One of a name and node stands once. */
  raise(alarm: Omit<Alarm, 'id' | 'raisedAt'>, now = Date.now()): void {
    if (this.standing.some(({ name, node }) => name === alarm.name && node === alarm.node)) return;
    this.lastId += 1;
    this.standing.push({ ...alarm, id: this.lastId, raisedAt: now });
  }

  lower(name: string, node: string): void {
    this.standing = this.standing.filter((alarm) => alarm.name !== name || alarm.node !== node);
  }
}
