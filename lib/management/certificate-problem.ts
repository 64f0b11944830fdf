/**
 * What is wrong with the Management Node's certificate, and what to do; null when it is something else. A fresh Management Node has
 * one that it signed itself.
 *
 * @param code of the error that Node gives
 */
export function certificateProblem(code: string): string | null {
  if (code === 'CERT_HAS_EXPIRED') return `has a certificate that has expired (${code})`;
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return `has a certificate for another name than the one in MANAGEMENT_URL (${code})`;
  }
  if (!/SELF_SIGNED_CERT|UNABLE_TO_(VERIFY|GET_ISSUER)|CERT_UNTRUSTED/.test(code)) return null;
  return `has a certificate that Mayfly does not trust (${code}): name the file of whoever signed it in NODE_EXTRA_CA_CERTS`;
}
