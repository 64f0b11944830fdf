import { useId } from 'react';
import { CALL_PROTOCOLS } from '@/lib/media-locations/choose-rule';

const NAMES: Record<(typeof CALL_PROTOCOLS)[number], string> = {
  api: 'Pexip app, control only',
  webrtc: 'WebRTC (browsers, apps)',
  sip: 'SIP',
  h323: 'H.323',
  rtmp: 'RTMP (streams, recorders)',
  mssip: 'Skype for Business',
  teams: 'Microsoft Teams',
};

/** A protocol in words; one that we do not know stands as it is. */
export function protocolName(protocol: string): string {
  return (NAMES as Record<string, string>)[protocol] ?? protocol;
}

type ProtocolFieldProps = {
  value: string;
  /** What no choice means here. */
  anyLabel: string;
  error?: string;
  onChange: (protocol: string) => void;
};

export function ProtocolField({ value, anyLabel, error, onChange }: ProtocolFieldProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="block text-sm font-semibold">
        Protocol
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        className="mt-1.5 block min-h-11 w-full rounded-control border border-field bg-surface px-3 text-base text-ink
          aria-invalid:border-danger"
      >
        <option value="">{anyLabel}</option>
        {CALL_PROTOCOLS.map((protocol) => (
          <option key={protocol} value={protocol}>
            {NAMES[protocol]}
          </option>
        ))}
      </select>
      {error && (
        <p id={`${id}-error`} className="mt-1.5 text-sm text-danger">
          {error}
        </p>
      )}
    </div>
  );
}
