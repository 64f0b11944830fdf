/** A time as Infinity's events and Prometheus write it. */
export function unixSeconds(time: Date): number {
  return time.getTime() / 1000;
}
