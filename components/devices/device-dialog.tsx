'use client';

import { useId, useLayoutEffect, useRef, useState, type FormEvent } from 'react';
import { Button } from '@/components/ui/button';
import type { Refusal } from '@/components/ui/send';
import type { DeviceAgent, DeviceView } from '@/lib/devices/device';
import { devicePath } from './device-api';
import { draftOf, NEW_DEVICE, type DeviceDraft } from './device-draft';
import { DeviceFields } from './device-fields';
import { infinityAnswers } from './device-words';
import { PictureField } from './picture-field';

type DeviceDialogProps = {
  /** Null: a new one. */
  device: DeviceView | null;
  agents: DeviceAgent[];
  onSave: (draft: DeviceDraft) => Promise<Refusal | null>;
  onPicture: (avatarId: string | null) => void;
  onClose: () => void;
};

/** Adds or changes one device. Mounted while it is open; Escape closes it, as the browser does for any dialog. */
export function DeviceDialog({ device, agents, onSave, onPicture, onClose }: DeviceDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const [draft, setDraft] = useState(device ? draftOf(device) : NEW_DEVICE);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const choosable = withOwnAgent(agents, device);
  const agentName = choosable.find((agent) => agent.id === draft.agentId)?.name ?? null;

  // Before it leaves the page, or the browser could not give the focus back to the button that opened it.
  useLayoutEffect(() => {
    const own = dialog.current;
    own?.showModal();
    return () => own?.close();
  }, []);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isBusy) return;
    setIsBusy(true);
    const refused = await onSave(draft);
    setIsBusy(false);
    setRefusal(refused);
    if (!refused) return onClose();
    requestAnimationFrame(() => dialog.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
  }

  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      // The effect's clean-up closes it too, also when React runs it twice; only what the reader closed counts.
      onCancel={onClose}
      className="m-auto max-h-[calc(100dvh-2rem)] w-[min(44rem,calc(100vw-2rem))] overflow-y-auto rounded-panel border
        border-line bg-surface p-5 text-ink shadow-panel backdrop:bg-stage/60 sm:p-7"
    >
      <h2 id={titleId} className="text-xl font-semibold tracking-tight">
        {device ? device.name : 'New device'}
      </h2>
      {device && (
        <div className="mt-5">
          <PictureField
            name={draft.name}
            path={devicePath(device.id)}
            avatarId={device.avatarId}
            onChange={onPicture}
          />
        </div>
      )}
      <form noValidate onSubmit={(event) => void submit(event)} className="mt-5">
        <DeviceFields
          draft={draft}
          errors={refusal?.fields ?? {}}
          agents={choosable}
          hasPassword={device?.hasPassword ?? false}
          onChange={(changes) => setDraft((before) => ({ ...before, ...changes }))}
        />
        <Answers sentences={infinityAnswers({ ...draft, agentName })} />
        {!device && <p className="mt-3 text-sm text-ink-soft">Its picture can be added afterwards, under Edit.</p>}
        <p role="alert" className="mt-3 text-sm text-danger">
          {refusal?.message}
        </p>
        <div className="mt-4 flex flex-wrap justify-end gap-2">
          <Button variant="secondary" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" busy={isBusy}>
            {device ? 'Save' : 'Add device'}
          </Button>
        </div>
      </form>
    </dialog>
  );
}

/** An agent who was disabled keeps the device until somebody gives it to another. */
function withOwnAgent(agents: DeviceAgent[], device: DeviceView | null): Pick<DeviceAgent, 'id' | 'name'>[] {
  const { agentId = null, agentName = null } = device ?? {};
  const isMissing = agentId !== null && !agents.some((agent) => agent.id === agentId);
  return isMissing ? [...agents, { id: agentId, name: `${agentName} (disabled)` }] : agents;
}

function Answers({ sentences }: { sentences: string[] }) {
  return (
    <section className="mt-5 rounded-control bg-sunken px-4 py-3.5">
      <h3 className="text-sm font-semibold">What Infinity is told</h3>
      <ul className="mt-1.5 space-y-1 text-sm text-ink-soft">
        {sentences.map((sentence) => (
          <li key={sentence} className="wrap-anywhere">
            {sentence}
          </li>
        ))}
      </ul>
    </section>
  );
}
