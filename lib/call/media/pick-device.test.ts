import { expect, it } from 'vitest';
import { devicesOf, pickDevice } from './pick-device';

const headset = { id: 'h', label: 'Headset' };
const builtIn = { id: 'b', label: 'Built-in' };

it('nothing chosen leaves it to the system', () => {
  expect(pickDevice(null, [headset])).toEqual({ id: null, isSure: true, isAbsent: false });
});

it('the chosen one is found by its id, before any other of the same name', () => {
  const twin = { id: 't', label: 'Headset' };
  expect(pickDevice(headset, [twin, headset])).toEqual({ id: 'h', isSure: true, isAbsent: false });
});

it('a device that got another id is found by its name', () => {
  expect(pickDevice({ id: 'old', label: 'Headset' }, [builtIn, headset]).id).toBe('h');
});

it('an unplugged one is absent, and the system’s own is taken', () => {
  expect(pickDevice(headset, [builtIn])).toEqual({ id: null, isSure: true, isAbsent: true });
});

it('without names nothing is known: the id is tried', () => {
  expect(pickDevice(headset, [{ id: '', label: '' }])).toEqual({ id: 'h', isSure: false, isAbsent: false });
  expect(pickDevice({ id: 'x', label: '' }, [{ id: 'y', label: '' }]).isAbsent).toBe(false);
});

it('the aliases that Chrome lists besides the devices are left out', () => {
  const info = (kind: MediaDeviceKind, deviceId: string, label: string) =>
    ({ kind, deviceId, label }) as MediaDeviceInfo;
  const listed = [
    info('audioinput', 'default', 'Default - Headset'),
    info('audioinput', 'communications', 'Communications - Headset'),
    info('audioinput', 'h', 'Headset'),
    info('videoinput', 'c', 'Camera'),
  ];
  expect(devicesOf('audioinput', listed)).toEqual([headset]);
});
