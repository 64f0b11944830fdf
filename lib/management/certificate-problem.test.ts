import { expect, it } from 'vitest';
import { certificateProblem } from './certificate-problem';

it.each([
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'NODE_EXTRA_CA_CERTS'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'NODE_EXTRA_CA_CERTS'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'NODE_EXTRA_CA_CERTS'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'NODE_EXTRA_CA_CERTS'],
  ['CERT_HAS_EXPIRED', 'expired'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'MANAGEMENT_URL'],
])('%s is said to be the certificate, with what to do', (code, words) => {
  expect(certificateProblem(code)).toMatch(new RegExp(`^has a certificate .*${words}`));
  expect(certificateProblem(code)).toContain(code);
});

it('what is no matter of certificates is none', () => {
  for (const code of ['ECONNREFUSED', 'ENOTFOUND', 'UND_ERR_SOCKET']) expect(certificateProblem(code)).toBeNull();
});
