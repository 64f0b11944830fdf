/*
 * pexrtc.js of the Infinity simulator: an independent client with the interface that pexrtc.js of Infinity 36 gives
 * to applications. It speaks to the origin it was loaded from.
 *
 * Left out: breakout rooms, single sign-on, far-end camera control (sendFECC), direct media and its secure check code,
 * live caption control, still-image slides (`screen_http`), codec choices (h264_enabled, vp8_enabled, vp9_enabled),
 * classification levels, pinning configurations and audio mixes.
 */
import { PexRTC } from './pexrtc';

const script = document.currentScript;
PexRTC.scriptOrigin = script instanceof HTMLScriptElement && script.src ? new URL(script.src).origin : location.origin;
Object.assign(window, { PexRTC });
