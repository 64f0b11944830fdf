// What memory holds is answered without a promise. As soon as Next has served a page, it follows every promise of the process,
// whoever made it: an await then takes a microsecond instead of a tenth, and a policy answer would have a dozen.

/** A value that is there already, or will be. */
export type NowOrLater<T> = T | Promise<T>;

/** Goes on with a value: at once where it is there. */
export function whenThere<T, R>(value: NowOrLater<T>, next: (value: T) => NowOrLater<R>): NowOrLater<R> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/** What `work` comes to; what `recover` makes of its failure, whether it fails at once or later. */
export function recovering<T>(work: () => NowOrLater<T>, recover: (error: unknown) => NowOrLater<T>): NowOrLater<T> {
  try {
    const value = work();
    return value instanceof Promise ? value.catch(recover) : value;
  } catch (error) {
    return recover(error);
  }
}
