const windowMs = 60_000;

/** So many requests in any 60 s, all resources together (management-api.md §1). Times are Unix milliseconds. */
export class RequestLimit {
  private readonly taken: number[] = [];

  constructor(private readonly most: number) {}

  /** Whether one more may come in at `now`. Those that are turned away do not count. */
  admits(now: number): boolean {
    while (this.taken[0] !== undefined && this.taken[0] <= now - windowMs) this.taken.shift();
    if (this.taken.length >= this.most) return false;
    this.taken.push(now);
    return true;
  }
}
