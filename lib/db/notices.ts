import { connect, disconnect, listenTo, lose } from './notice-connection';
import { allListeners, hear, state, type NoticeListener } from './notice-listeners';

// Postgres tells every instance what changed (LISTEN/NOTIFY). One connection of its own per thread serves all channels:
// one from the pool could be handed to somebody else in between.

/** Listens on a channel until the returned function is called. A lost connection is opened again for as long as it takes. */
export function onNotices(channel: string, listener: NoticeListener): () => void {
  const own = state();
  own.listeners.set(channel, (own.listeners.get(channel) ?? new Set()).add(listener));
  const { client } = own;
  if (client && own.isListening) {
    const isCurrent = () => own.client === client;
    void listenTo(own, client, channel).then(
      () => isCurrent() && listener.onListening?.(),
      () => isCurrent() && lose(),
    );
  } else if (!client && !own.retry) {
    connect();
  }
  return () => stopListening(channel, listener);
}

/**
 * Has this process's own listeners, in whichever thread, hear what was just committed. The database tells them too, a moment
 * later, unless it goes away in that moment: whoever made the change knows of it all the same.
 */
export function hearHere(channel: string, payload: string): void {
  hear({ channel, payload });
  state().tellOtherThreads({ channel, payload });
}

/** Ends the connection, when the process stops or is pointed at another database. Listeners stay, and hear of the loss. */
export function closeNotices(): void {
  const own = state();
  clearTimeout(own.retry);
  own.retry = undefined;
  disconnect(own);
}

/** Listens again after `closeNotices`, for whoever still wants to hear. */
export function reopenNotices(): void {
  const own = state();
  if (!own.client && !own.retry && allListeners(own).length > 0) connect();
}

function stopListening(channel: string, listener: NoticeListener): void {
  const own = state();
  own.listeners.get(channel)?.delete(listener);
  // A channel nobody listens to costs nothing; the connection is closed with the last listener.
  if (allListeners(own).length === 0) closeNotices();
}
