import { describe, expect, it } from 'vitest';
import { bothDevicesAdvice, deviceAdvice } from './device-advice';
import { deviceProblemFor, type DeviceProblem } from './device-problems';

describe('a device that does not open', () => {
  it.each([
    ['NotAllowedError', 'denied'],
    ['SecurityError', 'denied'],
    ['NotFoundError', 'missing'],
    ['OverconstrainedError', 'missing'],
    ['NotReadableError', 'in-use'],
    ['AbortError', 'in-use'],
    ['TypeError', 'other'],
    ['toString', 'other'],
  ])('%s is read as %s', (name, problem) => {
    expect(deviceProblemFor(new DOMException('', name))).toBe(problem);
  });

  it.each([null, undefined, 'NotAllowedError', 7])('%j is some other problem', (error) => {
    expect(deviceProblemFor(error)).toBe('other');
  });

  it('each problem of each device has words of its own that name the device', () => {
    const problems: DeviceProblem[] = ['denied', 'missing', 'in-use', 'insecure', 'other'];
    const said = problems.flatMap((problem) => [deviceAdvice('camera', problem), deviceAdvice('microphone', problem)]);
    expect(new Set(said.map(({ problem }) => problem)).size).toBe(10);
    for (const [index, { problem, advice }] of said.entries()) {
      expect(problem).toContain(index % 2 ? 'microphone' : 'camera');
      expect(advice).toMatch(/\.$/);
    }
  });

  it('both are named in one sentence where one remedy helps both', () => {
    expect(bothDevicesAdvice('denied')?.problem).toContain('camera and microphone');
    expect(bothDevicesAdvice('in-use')).toBeNull();
  });
});
