/** What can be behind someone in the picture. The last three are pictures of ours. */
export const backgroundNames = ['none', 'blur-soft', 'blur-strong', 'study', 'harbour', 'garden'] as const;

export type Background = (typeof backgroundNames)[number];

/** How far the wished background is. */
export type BackgroundState =
  | { status: 'ready' }
  /** `progress` from 0 to 1. */
  | { status: 'loading'; progress: number }
  /** This browser, or this network, could not do it. */
  | { status: 'failed' };
