import type { MixSeat } from './mix-seat';
import type { Picture } from './picture';
import { alonePicture, placeholderPicture, waitingPicture } from './placeholder';
import { Stage, type Shown } from './stage';
import { viewOf } from './view';

// A sender whose pictures stop becomes a placeholder instead of a frozen face.
const STALE_AFTER_MS = 2_000;

export class VideoMixing {
  private readonly stages = new Map<string, Stage>();
  private readonly placeholders = new Map<string, Picture>();
  private waiting: Picture | null = null;
  private alone: Picture | null = null;

  mix(seats: MixSeat[], now: number): void {
    for (const seat of seats) {
      const stage = this.stages.get(seat.callId) ?? new Stage();
      this.stages.set(seat.callId, stage);
      seat.leg.show('video', stage.compose(this.shownTo(seat, seats, now)));
    }
  }

  forget(callId: string): void {
    this.stages.delete(callId);
    this.placeholders.delete(callId);
  }

  private shownTo(viewer: MixSeat, seats: MixSeat[], now: number): Shown[] {
    const view = viewOf(viewer, seats);
    switch (view.kind) {
      case 'waiting':
        return [{ key: 'waiting', picture: (this.waiting ??= waitingPicture()) }];
      case 'alone':
        return [{ key: 'alone', picture: (this.alone ??= alonePicture()) }];
      case 'others':
        return view.others.map((other) => this.portrait(other, now));
    }
  }

  private portrait({ callId, leg, isVideoMuted }: MixSeat, now: number): Shown {
    const received = leg.video;
    if (received && !isVideoMuted && now - received.receivedAt < STALE_AFTER_MS) {
      return { key: `${callId}:${received.sequence}`, picture: received.picture };
    }
    const placeholder = this.placeholders.get(callId) ?? placeholderPicture(leg.displayName);
    this.placeholders.set(callId, placeholder);
    return { key: `${callId}:placeholder`, picture: placeholder };
  }
}
