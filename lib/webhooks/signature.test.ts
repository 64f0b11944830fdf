import { describe, expect, it } from 'vitest';
import { newSecret, signatureHeaders } from './signature';

describe('the signature', () => {
  it('is the one that the convention’s own example has', () => {
    const headers = signatureHeaders(
      ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
      'msg_p5jXN8AQM9LWM0D4loKWxJek',
      '{"test": 2432232314}',
      new Date(1_614_265_330_999),
    );
    expect(headers).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('is one for each secret while one is replaced, parted by a space', () => {
    const [one, other] = [newSecret(), newSecret()];
    const signed = (...secrets: string[]) =>
      signatureHeaders(secrets, 'msg_1', '{}', new Date(0))['webhook-signature']!;
    expect(signed(one, other)).toBe(`${signed(one)} ${signed(other)}`);
  });

  it('is made with a secret of 32 random bytes', () => {
    const secret = newSecret();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(newSecret()).not.toBe(secret);
  });
});
