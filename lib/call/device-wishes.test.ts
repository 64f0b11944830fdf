import { describe, expect, it } from 'vitest';
import { wishesAfter } from './device-wishes';
import type { DeviceStatus } from './media';

const failed: DeviceStatus = { status: 'failed', problem: 'in-use' };
const wishes = (microphone: DeviceStatus, camera: DeviceStatus, wasWanted: boolean) =>
  wishesAfter({ microphone, camera }, { microphone: wasWanted, camera: wasWanted });

describe('devices after a call', () => {
  it('what was turned off stays off, whatever was wanted before', () => {
    expect(wishes({ status: 'off' }, { status: 'off' }, true)).toEqual({ microphone: false, camera: false });
  });

  it('what was on, or still starting, is wanted again', () => {
    expect(wishes({ status: 'on' }, { status: 'starting' }, false)).toEqual({ microphone: true, camera: true });
  });

  it('what failed is tried again if it was wanted, and not otherwise', () => {
    expect(wishes(failed, failed, true)).toEqual({ microphone: true, camera: true });
    expect(wishes(failed, failed, false)).toEqual({ microphone: false, camera: false });
  });
});
