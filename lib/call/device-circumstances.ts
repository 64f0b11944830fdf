import type { Circumstances, DeviceKind } from './device-problems';

/** The browser's permission for a device; null where it cannot say. */
export async function permissionFor(device: DeviceKind): Promise<PermissionState | null> {
  try {
    return (await navigator.permissions.query({ name: device })).state;
  } catch {
    return null;
  }
}

// Chromium's, under either name; TypeScript's library has neither.
interface PolicyDocument {
  permissionsPolicy?: { allowsFeature(feature: string): boolean };
  featurePolicy?: { allowsFeature(feature: string): boolean };
}

export async function circumstancesOf(device: DeviceKind): Promise<Circumstances> {
  const { permissionsPolicy, featurePolicy } = document as PolicyDocument;
  return {
    isSecure: window.isSecureContext,
    isFramed: window.top !== window.self,
    isHandedOn: (permissionsPolicy ?? featurePolicy)?.allowsFeature(device) ?? null,
    permission: await permissionFor(device),
  };
}

/**
 * Whether the browser's question may come up by itself: once the visitor has clicked something. Before that, a question out
 * of nowhere is mostly answered with no, and some browsers refuse it unasked.
 */
export function mayAskForDevices(): boolean {
  return (navigator.userActivation as UserActivation | undefined)?.hasBeenActive ?? true;
}
