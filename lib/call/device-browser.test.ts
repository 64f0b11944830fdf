import { expect, it } from 'vitest';
import { visitorBrowser } from './device-browser';

const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/';
const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ';

it.each([
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
    0,
    'chrome',
    'linux',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
    0,
    'edge',
    'windows',
  ],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0', 0, 'firefox', 'windows'],
  [`${MAC}605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15`, 0, 'safari', 'macos'],
  [`${MAC}605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15`, 5, 'safari', 'ios'],
  [`${PHONE}Version/18.1 Mobile/15E148 Safari/604.1`, 5, 'safari', 'ios'],
  [`${PHONE}CriOS/140.0.0.0 Mobile/15E148 Safari/604.1`, 5, 'chrome', 'ios'],
  [`${PHONE}FxiOS/143.0 Mobile/15E148 Safari/605.1.15`, 5, 'firefox', 'ios'],
  [
    'Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
    5,
    'chrome',
    'android',
  ],
  ['Mozilla/5.0 (Android 15; Mobile; rv:143.0) Gecko/143.0 Firefox/143.0', 5, 'firefox', 'android'],
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36',
    0,
    'chrome',
    'linux',
  ],
  ['', 0, 'other', 'other'],
])('%s with %d touch points is %s on %s', (userAgent, touchPoints, browser, system) => {
  expect(visitorBrowser(userAgent, touchPoints)).toEqual({ browser, system });
});
