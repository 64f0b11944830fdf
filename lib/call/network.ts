/** Whether the browser says that there is a network. It is right about "no", mostly, and knows nothing when it says "yes". */
export function isOnline(): boolean {
  return typeof navigator === 'undefined' || navigator.onLine;
}
