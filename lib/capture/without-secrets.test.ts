import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutSecrets, type RequestContent } from './without-secrets';

const request = (query: string, body?: string): RequestContent => ({
  method: 'GET',
  path: '/api/policy/policy/v1/service/configuration',
  query,
  status: 200,
  body,
});
const cleaned = (query: string) => withoutSecrets(request(query)).query;
const cleanedBody = (body: unknown) => withoutSecrets(request('', JSON.stringify(body))).body;

describe('a captured query', () => {
  it('is kept exactly as it came, broken escapes and all, where it holds no secret', () => {
    const query =
      'local_alias=sip%3Ameet-abc%40example.com&vendor=Chrome+120%ZZ&&registered=False&flag&=x&protocol=api';
    expect(cleaned(query)).toBe(query);
  });

  it('keeps that a passcode came, and not which', () => {
    expect(cleaned('protocol=teams&third_party_passcode=471%2B11&idp_uuid=')).toBe(
      'protocol=teams&third_party_passcode=••••&idp_uuid=',
    );
    expect(cleaned('third%5Fparty_passcode=47111&Password=x&access+TOKEN=y')).not.toMatch(/47111|=x|=y/);
  });

  it('keeps eight characters of a ticket: enough to tell two apart, too few to join with', () => {
    expect(cleaned('call_tag=0b1f0e1c-3a52-4c0b-9c43-0c9f2d6a8b11')).toBe('call_tag=0b1f0e1c…');
    expect(cleaned('call_tag=')).toBe('call_tag=');
  });

  it.each(['callTag', 'x_call_tag', 'call_tag[]', 'Call-Tag', 'call%5Ftag%5B%5D'])(
    'shortens a ticket under %s',
    (key) => {
      expect(cleaned(`${key}=0b1f0e1c-3a52-4c0b`)).toBe(`${key}=0b1f0e1c…`);
    },
  );

  it.each([
    ...['alias=sip:bob@example.com', 'auth_type=credentials', 'remote_alias=sip%3Abob%40example.com%3A5061'],
    ...['has_authenticated_display_name=True', 'preauthenticated_role=chair', 'pinning_config=stage', 'isPinned=1'],
  ])('keeps %s, which admits nobody', (query) => expect(cleaned(query)).toBe(query));

  it.each([
    'authenticated_token',
    'pinned_pin',
    'xauth',
    'authCode',
    'authentication',
    'hostpin',
    'user_authenticated_pw_otp',
  ])('masks %s, whatever stands beside what is secret', (key) => expect(cleaned(`${key}=hunter2`)).toBe(`${key}=••••`));

  it.each([
    ['x=https://bob:hunter2@h.example/a', 'x=https://bob:••••@h.example/a'],
    ['x=sip%3Abob%3Ahunter2%40h.example', 'x=sip:bob:••••@h.example'],
    ['x=https://h.example/?a=1%26pin%3D4711%26b%3D2', 'x=https://h.example/?a=1&pin=••••&b=2'],
    ['x=https%253A%252F%252Fh%253Ftoken%253Dabc', 'x=https://h?token=••••'],
    ['x=next%3Dpassword%3Dhunter2', 'x=next=password=••••'],
  ])('loses what is secret within %s', (query, kept) => expect(cleaned(query)).toBe(kept));

  it('keeps where a stream goes, and not its key', () => {
    expect(cleaned('remote_alias=rtmps%3A%2F%2Flive.example%2Fapp%2Fs3cr3t%3Fauth%3Dmore&protocol=rtmp')).toBe(
      'remote_alias=rtmps://live.example/app/••••&protocol=rtmp',
    );
  });
});

describe('a captured path', () => {
  it('loses the key of a stream whose avatar is asked for', () => {
    const path = '/api/policy/policy/v1/participant/avatar/rtmp%3A%2F%2Flive.example%2Fapp%2Fs3cr3t';
    expect(withoutSecrets({ ...request(''), path }).path).toBe(
      '/api/policy/policy/v1/participant/avatar/rtmp://live.example/app/••••',
    );
  });
});

describe('a captured event', () => {
  it('loses secrets at any depth and keeps the rest', () => {
    const event = {
      event: 'participant_connected',
      seq: 3,
      data: {
        call_tag: '0b1f0e1c-3a52-4c0b-9c43-0c9f2d6a8b11',
        guest_pin: '',
        is_pinned: false,
        legs: [{ token: 'abc', remote_alias: 'rtmp://user:pw@live.example:1935/app/s3cr3t' }],
        nested: { Authorization: 'Basic abc', secrets: { a: 'b' } },
      },
    };
    expect(cleanedBody(event)).toEqual({
      event: 'participant_connected',
      seq: 3,
      data: {
        call_tag: '0b1f0e1c…',
        guest_pin: '',
        is_pinned: false,
        legs: [{ token: '••••', remote_alias: 'rtmp://••••@live.example:1935/app/••••' }],
        nested: { Authorization: '••••', secrets: '••••' },
      },
    });
  });

  it('is left out, and its length said, where nothing tells a secret from the rest', () => {
    expect(withoutSecrets(request('', 'password=hunter2')).body).toBe('left out: 16 characters that are no JSON');
  });

  it('is not followed deeper than Postgres could store it', () => {
    const deep = '['.repeat(5_000) + ']'.repeat(5_000);
    expect(JSON.stringify(withoutSecrets(request('', deep)).body)).toContain('nested too deep');
  });
});

const SECRET = fc.stringMatching(/^[A-Za-z0-9]{12,20}$/).map((text) => `Zq${text}`);
const SECRET_KEY = fc.constantFrom(
  ...['password', 'PIN', 'guest_pin', 'third_party_passcode', 'access_token', 'client_secret', 'Authorization'],
  ...['x-api-token', 'userPassword', 'hostPin', 'credentials', 'passwd', 'api_key', 'apikey', 'accessKey', 'pwd'],
  ...[
    'auth',
    'proxyAuth',
    'session',
    'sessionId',
    'jwt',
    'otp',
    'userOtp',
    'host-key',
    'hostKey',
    'stream_key',
    'signature',
  ],
);
const PLAIN_KEY = fc.constantFrom('local_alias', 'remote_alias', 'vendor', 'deeper', 'data', 'x');
const STREAM = fc
  .record({
    scheme: fc.constantFrom('rtmp', 'rtmps', 'RTMP', 'rtmpt'),
    before: fc.constantFrom('', 'Streaming to ', '"Name" <'),
    way: fc.constantFrom('', 'app/', 'a/b/'),
    after: fc.constantFrom('', '/', '?x=1', '#y', ' and/or more', '>'),
  })
  .map((parts) => (key: string) => `${parts.before}${parts.scheme}://h.example/${parts.way}${key}${parts.after}`);
/** Texts with a secret in them. */
const WITHIN = fc.constantFrom(
  (secret: string) => `https://bob:${secret}@h.example/a`,
  (secret: string) => `sip:bob:${secret}@h.example`,
  (secret: string) => `see=https://h.example/?a=1;b=2;pin=${secret}`,
  (secret: string) => `{ token=${secret} }`,
  (secret: string) => `password="${secret} ${secret}"`,
);

describe('whatever a request holds', () => {
  it('no value of a secret key, no stream key and no whole ticket is in what is kept of a query', () => {
    const pair = fc.oneof(
      fc.tuple(SECRET_KEY, SECRET).map(([key, secret]) => ({ secret, written: `${key}=${secret}` })),
      fc
        .tuple(PLAIN_KEY, STREAM, SECRET, fc.boolean())
        .map(([key, stream, secret, isEncoded]) => [key, stream(secret), secret, isEncoded] as const)
        .map(([key, value, secret, isEncoded]) => ({
          secret,
          written: `${key}=${isEncoded ? encodeURIComponent(value) : value.replaceAll(/[&#]/g, '')}`,
        })),
      fc.tuple(PLAIN_KEY, WITHIN, SECRET, fc.nat({ max: 2 })).map(([key, within, secret, times]) => {
        let value = within(secret);
        for (let count = 0; count < times; count += 1) value = encodeURIComponent(value);
        return { secret, written: `${key}=${value}` };
      }),
      SECRET.map((secret) => ({ secret: `12345678${secret}`, written: `call_tag=12345678${secret}` })),
      fc.string().map((noise) => ({ secret: null, written: noise.replaceAll('&', '') })),
    );
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 12 }), (pairs) => {
        const kept = cleaned(pairs.map(({ written }) => written).join('&'));
        for (const { secret } of pairs) if (secret) expect(decodeURIComponent(encodeURI(kept))).not.toContain(secret);
      }),
    );
  });

  it('no such value is in what is kept of an event, at any depth', () => {
    const body = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        fc.string({ unit: 'binary' }),
        fc.integer(),
        fc.tuple(STREAM, SECRET).map(([stream, secret]) => stream(`HIDE${secret}`)),
        fc.tuple(WITHIN, SECRET).map(([within, secret]) => within(`HIDE${secret}`)),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(PLAIN_KEY, tie('value'), { maxKeys: 4 }),
        fc.dictionary(
          SECRET_KEY,
          fc.oneof(
            SECRET.map((secret) => `HIDE${secret}`),
            fc.constant({ deep: ['HIDE1'] }),
          ),
        ),
        SECRET.map((secret) => ({ call_tag: `12345678HIDE${secret}` })),
      ),
    })).value;
    fc.assert(
      fc.property(body, (value) => {
        const kept = JSON.stringify(withoutSecrets(request('', JSON.stringify(value))));
        expect(kept).not.toContain('HIDE');
        // What Postgres refuses in JSON.
        expect(kept).not.toMatch(/\\u0000|\\ud[89a-f]/i);
      }),
    );
  });

  it('nothing makes it throw, and Postgres can store what comes out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (query, path) => {
        const kept = JSON.stringify(withoutSecrets({ ...request(query), path }));
        expect(kept).not.toMatch(/\\u0000|\\ud[89a-f]/i);
      }),
    );
  });
});
