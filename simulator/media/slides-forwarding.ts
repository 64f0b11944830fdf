import type { MixSeat } from './mix-seat';
import type { ReceivedPicture } from './media-leg';
import { createPicture, drawInto, fitInside, type Picture } from './picture';

const LARGEST = { x: 0, y: 0, width: 1280, height: 720 };
// A still slide is repeated now and then, for those who came later.
const REPEAT_AFTER_MS = 500;

/** Sends the presenter's slides on to the slides line of everybody else who is let in. */
export class SlidesForwarding {
  private sent: { slides: ReceivedPicture; at: number } | null = null;

  forward(seats: MixSeat[], presenter: string | null, now: number): void {
    const source = seats.find((seat) => seat.participantId === presenter && seat.isAdmitted && seat.leg.slides);
    const slides = source?.leg.slides;
    if (!slides) {
      this.sent = null;
      return;
    }
    if (this.sent?.slides === slides && now - this.sent.at < REPEAT_AFTER_MS) return;
    this.sent = { slides, at: now };
    const picture = withinLimits(slides.picture);
    for (const seat of seats) {
      if (seat.isAdmitted && seat.participantId !== presenter) seat.leg.show('slides', picture);
    }
  }
}

function withinLimits(picture: Picture): Picture {
  if (picture.width <= LARGEST.width && picture.height <= LARGEST.height) return picture;
  const { width, height } = fitInside(picture, LARGEST);
  const smaller = createPicture(width, height, { y: 16, u: 128, v: 128 });
  drawInto(smaller, { x: 0, y: 0, width, height }, picture);
  return smaller;
}
