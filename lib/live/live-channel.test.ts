import { expect, test } from 'vitest';
import { readNotice } from './live-channel';

test.each([{ serviceName: 'Call 1' }, { meetingId: '7e2aa9a2-6f1c-4d59-9a0b-0f6c2a5c1d11' }])(
  '%j is read',
  (notice) => {
    expect(readNotice(JSON.stringify(notice))).toEqual(notice);
  },
);

test.each(['', 'null', '{"meetingId":"1"}', '{"mood":"calm"}'])('%j is none that we know', (payload) => {
  expect(readNotice(payload)).toBeNull();
});
