import { TriangleAlert } from 'lucide-react';
import { bothDevicesAdvice, deviceAdvice, type DeviceAdvice } from '@/lib/call/device-advice';
import type { MediaSnapshot } from '@/lib/call/media';

function adviceFor({ microphone, camera }: MediaSnapshot): DeviceAdvice[] {
  if (microphone.status === 'failed' && camera.status === 'failed' && microphone.problem === camera.problem) {
    const both = bothDevicesAdvice(microphone.problem);
    if (both) return [both];
  }
  return [
    ...(microphone.status === 'failed' ? [deviceAdvice('microphone', microphone.problem)] : []),
    ...(camera.status === 'failed' ? [deviceAdvice('camera', camera.problem)] : []),
  ];
}

/** Says which device does not work and what to do. The live region is always there, or the first words would be lost. */
export function DeviceNotice({ devices, isInCall }: { devices: MediaSnapshot; isInCall: boolean }) {
  const notices = adviceFor(devices);
  return (
    <div role="status">
      {notices.length > 0 && (
        <div className="mt-3 flex gap-3 rounded-control bg-warn-soft px-3.5 py-3 text-sm leading-snug text-ink">
          <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 flex-none text-warn" />
          <div className="space-y-1.5">
            {notices.map(({ problem, advice }) => (
              <p key={problem}>
                <span className="font-semibold">{problem}</span> {advice}
              </p>
            ))}
            {!isInCall && <p>You can also join without.</p>}
          </div>
        </div>
      )}
    </div>
  );
}
