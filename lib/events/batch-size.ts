/** Events per transaction: a flood costs few, and a desk sees the first of a backlog before the last is read. */
const MOST = 500;

/**
 * How many events to take together. After a batch that failed they are taken in fewer until all of that batch are through, for
 * one of them is at fault, or they were too many at once. That is kept from one turn to the next: whoever has to wait for another
 * instance in between would otherwise begin with the whole batch again, and so would the other.
 */
export class BatchSize {
  #size = MOST;
  /** How many of the batch that failed are still to come. */
  #left = 0;

  get(): number {
    return this.#left > 0 ? Math.min(this.#size, this.#left) : MOST;
  }

  applied(count: number): void {
    this.#left = Math.max(0, this.#left - count);
  }

  failed(count: number): void {
    this.#left = count;
    this.#size = Math.ceil(count / 4);
  }
}
