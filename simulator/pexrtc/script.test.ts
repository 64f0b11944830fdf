import { Script } from 'node:vm';
import { expect, test } from 'vitest';
import { pexRtcScript } from './script';

test('the script is a classic one and keeps its own names to itself', async () => {
  const text = await pexRtcScript();
  expect(() => new Script(text)).not.toThrow();
  const script = { src: 'http://localhost:7080/static/webrtc/js/pexrtc.js' };
  class HTMLScriptElement {}
  const window: Record<string, unknown> = {};
  const context = {
    window,
    document: { currentScript: Object.assign(new HTMLScriptElement(), script) },
    HTMLScriptElement,
    URL,
  };
  new Script(text).runInNewContext(context);
  expect(Object.keys(window)).toEqual(['PexRTC']);
  expect(Object.keys(context)).toEqual(['window', 'document', 'HTMLScriptElement', 'URL']);
});
