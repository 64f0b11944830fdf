import { expect, it } from 'vitest';
import { meetingAt } from './meetings';
import { isRight, requestTemplate, responseEnd, writeAlias } from './requests';

const meeting = meetingAt(7);
const response = (status: string, body: string) =>
  `HTTP/1.1 ${status}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
const configured = (id: string) => `{"action":"continue","result":{"service_tag":"${id}"}}`;

it('a request asks for the alias written into it, and stays a whole request with the next one', () => {
  const template = requestTemplate(3, 22_000, 'Basic eA==');
  for (const { alias } of [meetingAt(1), meetingAt(2)]) {
    writeAlias(template, alias);
    const text = template.bytes.toString('latin1');
    const url = new URL(text.split(' ')[1]!, 'http://localhost');
    expect(url.searchParams.get('local_alias')).toBe(alias);
    expect([...url.searchParams].length).toBe(25);
    expect(text).toMatch(/^GET [^ ]+ HTTP\/1\.1\r\n(?:[^\r]+\r\n)+\r\n$/);
  }
});

it('only 200 with this very meeting is right', () => {
  expect(isRight(response('200 OK', configured(meeting.id)), meeting)).toBe(true);
  expect(isRight(response('200 OK', configured(meetingAt(8).id)), meeting)).toBe(false);
  expect(isRight(response('200 OK', '{"status":"success","action":"reject"}'), meeting)).toBe(false);
  expect(isRight(response('503 Service Unavailable', configured(meeting.id)), meeting)).toBe(false);
});

it('a response in pieces is complete with its last byte, and not before', () => {
  const whole = response('200 OK', configured(meeting.id));
  for (let length = 0; length < whole.length; length++) expect(responseEnd(whole.slice(0, length))).toBeNull();
  expect(responseEnd(whole)).toBe(whole.length);
  expect(responseEnd(`${whole}HTTP/1.1 200`)).toBe(whole.length);
});
