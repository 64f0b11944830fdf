export type BrowserName = 'chrome' | 'edge' | 'firefox' | 'safari' | 'other';
export type SystemName = 'windows' | 'macos' | 'linux' | 'android' | 'ios' | 'other';

export interface VisitorBrowser {
  browser: BrowserName;
  system: SystemName;
}

// In this order: Edge calls itself Chrome too, and everything calls itself Safari.
const browsers: readonly (readonly [RegExp, BrowserName])[] = [
  [/\bEdg(e|A|iOS)?\//, 'edge'],
  [/\b(Firefox|FxiOS)\//, 'firefox'],
  [/(Chrome|CriOS|Chromium)\//, 'chrome'],
  [/\bSafari\//, 'safari'],
];
const systems: readonly (readonly [RegExp, SystemName])[] = [
  [/\b(iPhone|iPad|iPod)\b/, 'ios'],
  [/\bAndroid\b/, 'android'],
  [/\bWindows\b/, 'windows'],
  [/\bMac OS X\b/, 'macos'],
  [/\bLinux\b|\bCrOS\b/, 'linux'],
];

/**
 * Which browser this is, as far as its settings look different: only ever for words of advice, never for what we do. An
 * iPad calls itself a Mac, which no Mac with a touch screen does.
 */
export function visitorBrowser(userAgent: string, touchPoints: number): VisitorBrowser {
  const find = <T>(table: readonly (readonly [RegExp, T])[]) => table.find(([pattern]) => pattern.test(userAgent))?.[1];
  const system = find(systems) ?? 'other';
  return { browser: find(browsers) ?? 'other', system: system === 'macos' && touchPoints > 1 ? 'ios' : system };
}
