import { createElement, type ComponentProps } from 'react';
import type { InCall, Rating } from './in-call/in-call-and-after';

let screens: typeof import('./in-call/in-call-and-after') | null = null;

/** Fetches what a call is shown by, which whoever only looks into the lobby does without. Rejects when it cannot be had. */
export async function loadInCallScreen(): Promise<void> {
  screens ??= await import('./in-call/in-call-and-after');
}

/** The call. Nothing is dialled before `loadInCallScreen` has done its work. */
export function InCallScreen(props: ComponentProps<typeof InCall>) {
  return screens && createElement(screens.InCall, props);
}

/** How the call was: for whoever has been in one, so that its code is there. */
export function CallRating(props: ComponentProps<typeof Rating>) {
  return screens && createElement(screens.Rating, props);
}
